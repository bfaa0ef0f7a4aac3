-- +goose Up
CREATE TABLE edition_gates (
  edition TEXT NOT NULL,
  body    TEXT NOT NULL,
  PRIMARY KEY (edition)
) WITHOUT ROWID;
