-- +goose Up
CREATE TABLE owed (
  job      TEXT   NOT NULL,
  period   TEXT   NOT NULL,
  slot     BIGINT NOT NULL,
  as_of    INT    NOT NULL,
  state    TEXT   NOT NULL,
  reason   TEXT   NOT NULL,
  attempts INT    NOT NULL,
  next_at  BIGINT NOT NULL,
  changed  BIGINT NOT NULL,
  run      BIGINT NOT NULL,
  PRIMARY KEY (job, period)
) WITHOUT ROWID;
