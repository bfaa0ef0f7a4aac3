-- +goose Up
CREATE TABLE `staged_surveys` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `party` TEXT NOT NULL,
  `party_source` TEXT NOT NULL,
  `type` TEXT NOT NULL,
  `invited` BIGINT NOT NULL,
  `answered` BIGINT NOT NULL,
  `score` BIGINT,
  `lowest` BIGINT NOT NULL,
  `highest` BIGINT NOT NULL,
  `low_good` BIGINT NOT NULL,
  `channel` TEXT NOT NULL,
  `product` TEXT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
