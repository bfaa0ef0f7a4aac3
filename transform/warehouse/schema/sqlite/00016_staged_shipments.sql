-- +goose Up
CREATE TABLE `staged_shipments` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `party` TEXT NOT NULL,
  `party_source` TEXT NOT NULL,
  `order` TEXT NOT NULL,
  `at` BIGINT NOT NULL,
  `promised` INT NOT NULL,
  `delivered` BIGINT NOT NULL,
  `country` TEXT NOT NULL,
  `cost` BIGINT,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
