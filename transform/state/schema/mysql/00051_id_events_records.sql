-- +goose Up
ALTER TABLE id_events ADD COLUMN records MEDIUMTEXT NOT NULL;
