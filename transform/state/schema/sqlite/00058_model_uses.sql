-- +goose Up
CREATE TABLE model_uses (
  name     TEXT   NOT NULL,
  run      BIGINT NOT NULL,
  version  BIGINT NOT NULL,
  heard    BIGINT NOT NULL,
  why      TEXT   NOT NULL,
  observed TEXT   NOT NULL,
  PRIMARY KEY (name, run)
) WITHOUT ROWID;
