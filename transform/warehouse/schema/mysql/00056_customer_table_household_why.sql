-- +goose Up
ALTER TABLE `customer_table` ADD COLUMN `household_why` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
