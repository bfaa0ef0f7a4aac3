-- +goose Up
ALTER TABLE `links` ADD COLUMN `with_id` TEXT NOT NULL DEFAULT '';
