-- +goose Up
CREATE TABLE alarms (
  cause    TEXT   NOT NULL,
  job      TEXT   NOT NULL,
  period   TEXT   NOT NULL,
  about    TEXT   NOT NULL,
  address  TEXT   NOT NULL,
  state    TEXT   NOT NULL,
  since    BIGINT NOT NULL,
  text     TEXT   NOT NULL,
  attempts INT    NOT NULL,
  next_at  BIGINT NOT NULL,
  answer   TEXT   NOT NULL,
  raised   BIGINT NOT NULL,
  changed  BIGINT NOT NULL,
  PRIMARY KEY (cause, job, period, about, address)
) WITHOUT ROWID;
