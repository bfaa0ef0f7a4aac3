-- +goose Up
CREATE TABLE `staged_targets` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `month` INT NOT NULL,
  `territory` TEXT NOT NULL,
  `measure` TEXT NOT NULL,
  `amount` BIGINT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
