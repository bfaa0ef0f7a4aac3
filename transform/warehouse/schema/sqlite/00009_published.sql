-- +goose Up
CREATE TABLE `published` (
  `name` TEXT NOT NULL,
  `version` BIGINT NOT NULL,
  `previous` BIGINT NOT NULL,
  `as_of` TEXT NOT NULL,
  PRIMARY KEY (`name`)
) WITHOUT ROWID;
