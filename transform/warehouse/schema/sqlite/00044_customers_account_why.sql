-- +goose Up
ALTER TABLE `customers` ADD COLUMN `account_why` TEXT NOT NULL DEFAULT '';
