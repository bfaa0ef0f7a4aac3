-- +goose Up
CREATE TABLE `staged_lines` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `order` TEXT NOT NULL,
  `product` TEXT NOT NULL,
  `quantity` BIGINT NOT NULL,
  `price` BIGINT,
  `net` BIGINT,
  `unit_cost` BIGINT,
  `cost` BIGINT,
  `discount` BIGINT,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  `worth` BIGINT NOT NULL,
  PRIMARY KEY (`source`, `order`, `id`, `from_run`)
) WITHOUT ROWID;
