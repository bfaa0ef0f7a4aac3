-- +goose Up
CREATE TABLE `measures` (
  `measure` TEXT NOT NULL,
  `run` BIGINT NOT NULL,
  `layout` TEXT NOT NULL,
  PRIMARY KEY (`measure`)
) WITHOUT ROWID;
