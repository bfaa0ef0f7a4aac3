-- +goose Up
CREATE TABLE verdicts (
  report    TEXT   NOT NULL,
  period    TEXT   NOT NULL,
  territory TEXT   NOT NULL,
  rep       TEXT   NOT NULL,
  gate      TEXT   NOT NULL,
  effect    TEXT   NOT NULL,
  words     TEXT   NOT NULL,
  detail    TEXT   NOT NULL,
  run       BIGINT NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (report, period, territory, rep, gate)
) WITHOUT ROWID;
