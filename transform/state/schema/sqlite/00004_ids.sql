-- +goose Up
CREATE TABLE ids (
  id             TEXT   NOT NULL PRIMARY KEY,
  founder_source TEXT   NOT NULL,
  founder_id     TEXT   NOT NULL,
  n              INT    NOT NULL,
  born           BIGINT NOT NULL,
  retired        BIGINT NOT NULL,
  forward        TEXT   NOT NULL
) WITHOUT ROWID;
