-- +goose Up
CREATE TABLE `doubt_log` (
  `a_source` VARBINARY(64) NOT NULL,
  `a_id` VARBINARY(512) NOT NULL,
  `b_source` VARBINARY(64) NOT NULL,
  `b_id` VARBINARY(512) NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT NULL,
  `since` BIGINT NOT NULL,
  `millibits` BIGINT NOT NULL,
  `reason` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (`a_source`, `a_id`, `b_source`, `b_id`, `from_run`)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
