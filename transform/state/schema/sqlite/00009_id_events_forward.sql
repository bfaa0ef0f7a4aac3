-- +goose Up
CREATE INDEX id_events_forward ON id_events (forward);
