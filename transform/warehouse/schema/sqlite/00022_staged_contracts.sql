-- +goose Up
CREATE TABLE `staged_contracts` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `party` TEXT NOT NULL,
  `party_source` TEXT NOT NULL,
  `starts` INT NOT NULL,
  `ends` INT NOT NULL,
  `status` TEXT NOT NULL,
  `agreed` BIGINT,
  `monthly` BIGINT,
  `discount` BIGINT,
  `pay_days` BIGINT,
  `currency` TEXT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
