-- +goose Up
ALTER TABLE `customers` ADD COLUMN `household_why` TEXT NOT NULL DEFAULT '';
