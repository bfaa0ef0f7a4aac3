-- +goose Up
CREATE TABLE archive (
  report    TEXT   NOT NULL,
  period    TEXT   NOT NULL,
  territory TEXT   NOT NULL,
  rep       TEXT   NOT NULL,
  edition   TEXT   NOT NULL,
  kind      TEXT   NOT NULL,
  recipient TEXT   NOT NULL,
  revision  INT    NOT NULL,
  path      TEXT   NOT NULL,
  sha256    TEXT   NOT NULL,
  size      BIGINT NOT NULL,
  run       BIGINT NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (report, period, territory, rep, edition, kind, recipient, revision)
) WITHOUT ROWID;
