-- +goose Up
CREATE TABLE `doubt_log` (
  `a_source` TEXT NOT NULL,
  `a_id` TEXT NOT NULL,
  `b_source` TEXT NOT NULL,
  `b_id` TEXT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT NULL,
  `since` BIGINT NOT NULL,
  `millibits` BIGINT NOT NULL,
  `reason` TEXT NOT NULL,
  PRIMARY KEY (`a_source`, `a_id`, `b_source`, `b_id`, `from_run`)
) WITHOUT ROWID;
