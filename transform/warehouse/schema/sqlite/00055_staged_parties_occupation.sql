-- +goose Up
ALTER TABLE `staged_parties` ADD COLUMN `occupation` TEXT NOT NULL DEFAULT '';
