-- +goose Up
CREATE TABLE models (
  name    TEXT   NOT NULL,
  version BIGINT NOT NULL,
  run     BIGINT NOT NULL,
  sha256  TEXT   NOT NULL,
  body    BLOB   NOT NULL,
  PRIMARY KEY (name, version)
);
