-- +goose Up
CREATE TABLE `writer` (
  `name` TEXT NOT NULL,
  PRIMARY KEY (`name`)
) WITHOUT ROWID;
