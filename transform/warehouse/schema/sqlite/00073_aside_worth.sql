-- +goose Up
ALTER TABLE `aside` ADD COLUMN `worth` BIGINT NULL;
