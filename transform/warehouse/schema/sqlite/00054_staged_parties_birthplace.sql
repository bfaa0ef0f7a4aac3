-- +goose Up
ALTER TABLE `staged_parties` ADD COLUMN `birthplace` TEXT NOT NULL DEFAULT '';
