-- +goose Up
CREATE VIEW `customers_forward` AS
SELECT t.`id`, t.`current_id`, t.`since`
FROM `forward_table` t JOIN `published` p ON p.`version` = t.`version`
WHERE p.`name` = 'customers';
