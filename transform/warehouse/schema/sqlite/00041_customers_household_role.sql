-- +goose Up
ALTER TABLE `customers` ADD COLUMN `household_role` TEXT NOT NULL DEFAULT '';
