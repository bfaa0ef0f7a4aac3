-- +goose Up
ALTER TABLE `customer_table` ADD COLUMN `household_role` TEXT NOT NULL DEFAULT '';
