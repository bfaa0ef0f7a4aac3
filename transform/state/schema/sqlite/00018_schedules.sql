-- +goose Up
CREATE TABLE schedules (
  job    TEXT   NOT NULL PRIMARY KEY,
  kind   TEXT   NOT NULL,
  begins BIGINT NOT NULL,
  ended  BIGINT NOT NULL
) WITHOUT ROWID;
