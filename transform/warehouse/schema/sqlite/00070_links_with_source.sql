-- +goose Up
ALTER TABLE `links` ADD COLUMN `with_source` TEXT NOT NULL DEFAULT '';
