-- +goose Up
CREATE TABLE `staged_rates` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `currency` TEXT NOT NULL,
  `from` INT NOT NULL,
  `rate` BIGINT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
