-- +goose Up
CREATE TABLE `aside` (
  `run` BIGINT NOT NULL,
  `source` TEXT NOT NULL,
  `kind` TEXT NOT NULL,
  `n` BIGINT NOT NULL,
  `id` TEXT NOT NULL,
  `field` TEXT NOT NULL,
  `value` TEXT NOT NULL,
  `reason` TEXT NOT NULL,
  PRIMARY KEY (`run`, `source`, `kind`, `n`)
) WITHOUT ROWID;
