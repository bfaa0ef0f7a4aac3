-- +goose Up
CREATE TABLE `staged_products` (
  `source` VARBINARY(64) NOT NULL,
  `id` VARBINARY(512) NOT NULL,
  `name` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `category` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `line` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `price` BIGINT,
  `cost` BIGINT,
  `discontinued` BIGINT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` VARBINARY(16) NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
