-- +goose Up
ALTER TABLE leases ADD COLUMN holder TEXT NOT NULL DEFAULT '';
