-- +goose Up
CREATE TABLE id_events (
  run     BIGINT NOT NULL,
  seq     BIGINT NOT NULL,
  kind    TEXT   NOT NULL,
  id      TEXT   NOT NULL,
  forward TEXT   NOT NULL,
  reason  TEXT   NOT NULL,
  PRIMARY KEY (run, seq)
) WITHOUT ROWID;
