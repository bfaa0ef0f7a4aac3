-- +goose Up
CREATE TABLE withdrawals (
  number BIGINT NOT NULL,
  run    BIGINT NOT NULL,
  who    TEXT   NOT NULL,
  why    TEXT   NOT NULL,
  at     BIGINT NOT NULL,
  PRIMARY KEY (number)
) WITHOUT ROWID;
