-- +goose Up
CREATE TABLE decisions (
  a_source TEXT   NOT NULL,
  a_id     TEXT   NOT NULL,
  b_source TEXT   NOT NULL,
  b_id     TEXT   NOT NULL,
  from_run BIGINT NOT NULL,
  to_run   BIGINT,
  kind     TEXT   NOT NULL,
  who      TEXT   NOT NULL,
  why      TEXT   NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (a_source, a_id, b_source, b_id, from_run)
) WITHOUT ROWID;
