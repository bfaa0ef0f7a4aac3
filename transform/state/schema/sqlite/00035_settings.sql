-- +goose Up
CREATE TABLE settings (
  digest TEXT   NOT NULL,
  body   TEXT   NOT NULL,
  run    BIGINT NOT NULL,
  PRIMARY KEY (digest)
) WITHOUT ROWID;
