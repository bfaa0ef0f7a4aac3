-- +goose Up
CREATE TABLE `staged_products` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `name` TEXT NOT NULL,
  `category` TEXT NOT NULL,
  `line` TEXT NOT NULL,
  `price` BIGINT,
  `cost` BIGINT,
  `discontinued` BIGINT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
