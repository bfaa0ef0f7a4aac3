-- +goose Up
CREATE TABLE `links` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `customer` TEXT NOT NULL,
  `reason` TEXT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
