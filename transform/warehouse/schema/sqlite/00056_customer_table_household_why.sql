-- +goose Up
ALTER TABLE `customer_table` ADD COLUMN `household_why` TEXT NOT NULL DEFAULT '';
