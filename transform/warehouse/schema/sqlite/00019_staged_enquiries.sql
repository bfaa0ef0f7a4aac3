-- +goose Up
CREATE TABLE `staged_enquiries` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `party` TEXT NOT NULL,
  `party_source` TEXT NOT NULL,
  `at` BIGINT NOT NULL,
  `answered` BIGINT NOT NULL,
  `product` TEXT NOT NULL,
  `interest` TEXT NOT NULL,
  `channel` TEXT NOT NULL,
  `stage` TEXT NOT NULL,
  `value` BIGINT,
  `rep` TEXT NOT NULL,
  `territory` TEXT NOT NULL,
  `consent` TEXT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
