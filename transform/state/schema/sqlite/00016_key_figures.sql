-- +goose Up
CREATE TABLE key_figures (
  report    TEXT NOT NULL,
  territory TEXT NOT NULL,
  rep       TEXT NOT NULL,
  period    TEXT NOT NULL,
  name      TEXT NOT NULL,
  value     TEXT NOT NULL,
  PRIMARY KEY (report, territory, rep, period, name)
) WITHOUT ROWID;
