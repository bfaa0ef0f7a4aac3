-- +goose Up
ALTER TABLE `customers` ADD COLUMN `account_role` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
