-- +goose Up
CREATE TABLE `staged_answers` (
  `source` TEXT NOT NULL,
  `id` TEXT NOT NULL,
  `party` TEXT NOT NULL,
  `party_source` TEXT NOT NULL,
  `at` BIGINT NOT NULL,
  `question` TEXT NOT NULL,
  `answer` TEXT NOT NULL,
  `importance` BIGINT,
  `rating` BIGINT,
  `wave` TEXT NOT NULL,
  `product` TEXT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` BLOB NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) WITHOUT ROWID;
