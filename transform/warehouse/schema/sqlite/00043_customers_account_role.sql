-- +goose Up
ALTER TABLE `customers` ADD COLUMN `account_role` TEXT NOT NULL DEFAULT '';
