-- +goose Up
CREATE TABLE drawn (
  edition TEXT   NOT NULL,
  build   TEXT   NOT NULL,
  path    TEXT   NOT NULL,
  sha256  TEXT   NOT NULL,
  size    BIGINT NOT NULL,
  run     BIGINT NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (edition)
) WITHOUT ROWID;
