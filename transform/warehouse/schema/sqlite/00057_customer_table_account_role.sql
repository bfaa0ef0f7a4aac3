-- +goose Up
ALTER TABLE `customer_table` ADD COLUMN `account_role` TEXT NOT NULL DEFAULT '';
