-- +goose Up
CREATE TABLE asked (
  run  BIGINT NOT NULL,
  body TEXT   NOT NULL,
  PRIMARY KEY (run)
) WITHOUT ROWID;
