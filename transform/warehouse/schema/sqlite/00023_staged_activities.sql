-- +goose Up
CREATE TABLE `staged_activities` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `party` TEXT NOT NULL,
  `party_source` TEXT NOT NULL,
  `type` TEXT NOT NULL,
  `at` BIGINT NOT NULL,
  `rep` TEXT NOT NULL,
  `enquiry` TEXT NOT NULL,
  `minutes` BIGINT,
  `outcome` TEXT NOT NULL,
  `value` BIGINT,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
