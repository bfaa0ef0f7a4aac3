-- +goose Up
CREATE TABLE `staged_campaigns` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `name` TEXT NOT NULL,
  `starts` INT NOT NULL,
  `ends` INT NOT NULL,
  `cost` BIGINT,
  `product` TEXT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
