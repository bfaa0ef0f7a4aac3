-- +goose Up
CREATE TABLE schedule_seen (
  job TEXT   NOT NULL PRIMARY KEY,
  at  BIGINT NOT NULL
) WITHOUT ROWID;
