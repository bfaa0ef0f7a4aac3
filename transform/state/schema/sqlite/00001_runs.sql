-- +goose Up
CREATE TABLE runs (
  id       BIGINT NOT NULL PRIMARY KEY,
  job      TEXT   NOT NULL,
  period   TEXT   NOT NULL,
  as_of    INT    NOT NULL,
  code     TEXT   NOT NULL,
  args     TEXT   NOT NULL,
  owner    TEXT   NOT NULL,
  fence    BIGINT NOT NULL,
  status   TEXT   NOT NULL,
  error    TEXT   NOT NULL,
  details  TEXT   NOT NULL,
  started  BIGINT NOT NULL,
  finished BIGINT NOT NULL
);
