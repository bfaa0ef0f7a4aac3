-- +goose Up
CREATE TABLE `doubts` (
  `n` BIGINT NOT NULL,
  `run` BIGINT NOT NULL,
  `a_source` TEXT NOT NULL,
  `a_id` TEXT NOT NULL,
  `b_source` TEXT NOT NULL,
  `b_id` TEXT NOT NULL,
  `millibits` BIGINT NOT NULL,
  `reason` TEXT NOT NULL,
  PRIMARY KEY (`n`)
) WITHOUT ROWID;
