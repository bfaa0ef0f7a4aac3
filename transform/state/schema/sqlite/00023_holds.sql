-- +goose Up
CREATE TABLE holds (
  report    TEXT   NOT NULL,
  period    TEXT   NOT NULL,
  recipient TEXT   NOT NULL,
  at        BIGINT NOT NULL,
  released  INT    NOT NULL,
  who       TEXT   NOT NULL,
  why       TEXT   NOT NULL,
  PRIMARY KEY (report, period, recipient, at)
) WITHOUT ROWID;
