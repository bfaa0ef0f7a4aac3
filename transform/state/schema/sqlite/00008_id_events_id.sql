-- +goose Up
CREATE INDEX id_events_id ON id_events (id);
