-- +goose Up
CREATE TABLE `staged_invoices` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `party` TEXT NOT NULL,
  `party_source` TEXT NOT NULL,
  `type` TEXT NOT NULL,
  `order` TEXT NOT NULL,
  `at` BIGINT NOT NULL,
  `due` INT NOT NULL,
  `status` TEXT NOT NULL,
  `currency` TEXT NOT NULL,
  `net` BIGINT NOT NULL,
  `tax` BIGINT,
  `corrects` TEXT NOT NULL,
  `reason` TEXT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  `worth` BIGINT NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
