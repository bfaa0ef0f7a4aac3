-- +goose Up
ALTER TABLE `staged_targets` ADD COLUMN `party` TEXT NOT NULL DEFAULT '';
