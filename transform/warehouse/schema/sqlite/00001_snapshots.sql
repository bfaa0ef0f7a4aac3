-- +goose Up
CREATE TABLE `snapshots` (
  `run` BIGINT NOT NULL,
  `at` BIGINT NOT NULL,
  `digest` TEXT NOT NULL,
  `links` TEXT NOT NULL,
  `customers` BIGINT NOT NULL,
  PRIMARY KEY (`run`)
) WITHOUT ROWID;
