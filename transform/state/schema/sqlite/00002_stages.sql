-- +goose Up
CREATE TABLE stages (
  run  BIGINT NOT NULL,
  seq  INT    NOT NULL,
  name TEXT   NOT NULL,
  at   BIGINT NOT NULL,
  PRIMARY KEY (run, seq)
) WITHOUT ROWID;
