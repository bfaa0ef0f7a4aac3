-- +goose Up
ALTER TABLE `staged_targets` ADD COLUMN `segment` TEXT NOT NULL DEFAULT '';
