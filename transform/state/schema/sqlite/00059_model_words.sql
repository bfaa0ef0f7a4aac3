-- +goose Up
CREATE TABLE model_words (
  name    TEXT   NOT NULL,
  at      BIGINT NOT NULL,
  version BIGINT NOT NULL,
  who     TEXT   NOT NULL,
  why     TEXT   NOT NULL,
  PRIMARY KEY (name, at)
) WITHOUT ROWID;
