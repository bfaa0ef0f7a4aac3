-- +goose Up
CREATE TABLE `forward_table` (
  `version` BIGINT NOT NULL,
  `id` TEXT NOT NULL,
  `current_id` TEXT NOT NULL,
  `since` TEXT,
  PRIMARY KEY (`version`, `id`)
) WITHOUT ROWID;
