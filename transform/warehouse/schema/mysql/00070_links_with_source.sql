-- +goose Up
ALTER TABLE `links` ADD COLUMN `with_source` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
