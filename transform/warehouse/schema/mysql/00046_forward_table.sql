-- +goose Up
CREATE TABLE `forward_table` (
  `version` BIGINT NOT NULL,
  `id` VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `current_id` VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `since` VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  PRIMARY KEY (`version`, `id`)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
