-- +goose Up
CREATE TABLE `staged_contacts` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `party` TEXT NOT NULL,
  `party_source` TEXT NOT NULL,
  `campaign` TEXT NOT NULL,
  `at` BIGINT NOT NULL,
  `control` BIGINT NOT NULL,
  `responded` BIGINT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
