-- +goose Up
ALTER TABLE `customer_table` ADD COLUMN `account_why` TEXT NOT NULL DEFAULT '';
