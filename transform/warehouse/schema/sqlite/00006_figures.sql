-- +goose Up
CREATE TABLE `figures` (
  `measure` TEXT NOT NULL,
  `name` TEXT NOT NULL,
  `n` BIGINT NOT NULL,
  `body` BLOB NOT NULL,
  PRIMARY KEY (`measure`, `name`)
);
