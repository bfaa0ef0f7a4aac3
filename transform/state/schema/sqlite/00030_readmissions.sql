-- +goose Up
CREATE TABLE readmissions (
  address TEXT   NOT NULL,
  at      BIGINT NOT NULL,
  who     TEXT   NOT NULL,
  why     TEXT   NOT NULL,
  PRIMARY KEY (address, at)
) WITHOUT ROWID;
