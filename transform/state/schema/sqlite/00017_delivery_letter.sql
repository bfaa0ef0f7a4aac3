-- +goose Up
ALTER TABLE deliveries ADD COLUMN letter_sha256 TEXT NOT NULL DEFAULT '';
