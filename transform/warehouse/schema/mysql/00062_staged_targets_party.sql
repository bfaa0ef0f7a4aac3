-- +goose Up
ALTER TABLE `staged_targets` ADD COLUMN `party` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
