-- +goose Up
CREATE TABLE `origins` (
  `source` TEXT NOT NULL,
  `kind` TEXT NOT NULL,
  PRIMARY KEY (`source`, `kind`)
) WITHOUT ROWID;
