-- +goose Up
CREATE TABLE `stagings` (
  `run` BIGINT NOT NULL,
  `at` BIGINT NOT NULL,
  `state` TEXT NOT NULL,
  `digest` TEXT NOT NULL,
  `sources` TEXT NOT NULL,
  PRIMARY KEY (`run`)
) WITHOUT ROWID;
