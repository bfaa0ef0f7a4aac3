-- +goose Up
CREATE TABLE IF NOT EXISTS field_decisions (
  number      INTEGER PRIMARY KEY,
  source      TEXT    NOT NULL,
  id          TEXT    NOT NULL,
  field       TEXT    NOT NULL,
  from_source TEXT    NOT NULL,
  from_id     TEXT    NOT NULL,
  value       TEXT    NOT NULL,
  from_run    INTEGER NOT NULL,
  to_run      INTEGER,
  who         TEXT    NOT NULL,
  why         TEXT    NOT NULL,
  at          INTEGER NOT NULL
);
