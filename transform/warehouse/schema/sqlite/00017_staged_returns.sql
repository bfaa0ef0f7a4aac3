-- +goose Up
CREATE TABLE `staged_returns` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `party` TEXT NOT NULL,
  `party_source` TEXT NOT NULL,
  `order` TEXT NOT NULL,
  `product` TEXT NOT NULL,
  `at` BIGINT NOT NULL,
  `quantity` BIGINT NOT NULL,
  `reason` TEXT NOT NULL,
  `value` BIGINT,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
