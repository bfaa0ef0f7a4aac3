-- +goose Up
ALTER TABLE `staged_parties` ADD COLUMN `birthplace` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
