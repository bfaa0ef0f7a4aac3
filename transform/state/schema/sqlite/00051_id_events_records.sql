-- +goose Up
ALTER TABLE id_events ADD COLUMN records TEXT NOT NULL DEFAULT '';
