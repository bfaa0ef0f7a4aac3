-- +goose Up
CREATE TABLE delivery_log (
  report    TEXT   NOT NULL,
  period    TEXT   NOT NULL,
  territory TEXT   NOT NULL,
  rep       TEXT   NOT NULL,
  recipient TEXT   NOT NULL,
  revision  INT    NOT NULL,
  seq       INT    NOT NULL,
  state     TEXT   NOT NULL,
  edition   TEXT   NOT NULL,
  code      INT    NOT NULL,
  answer    TEXT   NOT NULL,
  at        BIGINT NOT NULL,
  run       BIGINT NOT NULL,
  PRIMARY KEY (report, period, territory, rep, recipient, revision, seq)
) WITHOUT ROWID;
