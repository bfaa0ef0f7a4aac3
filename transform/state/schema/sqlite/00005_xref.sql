-- +goose Up
CREATE TABLE xref (
  source   TEXT   NOT NULL,
  id       TEXT   NOT NULL,
  customer TEXT   NOT NULL,
  run      BIGINT NOT NULL,
  PRIMARY KEY (source, id)
) WITHOUT ROWID;
