-- +goose Up
CREATE TABLE resends (
  report    TEXT   NOT NULL,
  period    TEXT   NOT NULL,
  territory TEXT   NOT NULL,
  rep       TEXT   NOT NULL,
  recipient TEXT   NOT NULL,
  revision  INT    NOT NULL,
  n         INT    NOT NULL,
  state     TEXT   NOT NULL,
  who       TEXT   NOT NULL,
  why       TEXT   NOT NULL,
  attempts  INT    NOT NULL,
  code      INT    NOT NULL,
  answer    TEXT   NOT NULL,
  asked     BIGINT NOT NULL,
  changed   BIGINT NOT NULL,
  next_at   BIGINT NOT NULL,
  run       BIGINT NOT NULL,
  PRIMARY KEY (report, period, territory, rep, recipient, revision, n)
) WITHOUT ROWID;
