-- +goose Up
CREATE TABLE `key_figures` (
  `measure` TEXT NOT NULL,
  `scope` TEXT NOT NULL,
  `name` TEXT NOT NULL,
  `value` TEXT NOT NULL,
  PRIMARY KEY (`measure`, `scope`, `name`)
) WITHOUT ROWID;
