-- +goose Up
CREATE VIEW `customers_current` AS
SELECT t.`id`, t.`household`, t.`account`, t.`type`, t.`name`, t.`first`, t.`last`, t.`company`, t.`email`, t.`phone`, t.`emails`, t.`phones`, t.`street`, t.`zip`, t.`city`, t.`region`, t.`country`, t.`born`, t.`tax_number`, t.`register_number`, t.`segment`, t.`territory`, t.`rep`, t.`language`, t.`consent`, t.`acquired_through`, t.`acquisition_cost`, t.`exit_reason`, t.`competitor`, t.`exit_on`, t.`status`, t.`since`, t.`records`, t.`household_role`, t.`household_why`, t.`account_role`, t.`account_why`, t.`lineage`, t.`rfm_segment`, t.`net_revenue`, t.`net_profit`, t.`risk`, t.`lifetime_value`, t.`flags`, p.`as_of`
FROM `customer_table` t JOIN `published` p ON p.`version` = t.`version`
WHERE p.`name` = 'customers';
