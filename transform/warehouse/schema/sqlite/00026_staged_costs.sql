-- +goose Up
CREATE TABLE `staged_costs` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `month` INT NOT NULL,
  `activity` TEXT NOT NULL,
  `amount` BIGINT NOT NULL,
  `minutes` BIGINT,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  `worth` BIGINT NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
