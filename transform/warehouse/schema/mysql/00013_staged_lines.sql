-- +goose Up
CREATE TABLE `staged_lines` (
  `source` VARBINARY(64) NOT NULL,
  `id` VARBINARY(512) NOT NULL,
  `order` VARBINARY(512) NOT NULL,
  `product` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `quantity` BIGINT NOT NULL,
  `price` BIGINT,
  `net` BIGINT,
  `unit_cost` BIGINT,
  `cost` BIGINT,
  `discount` BIGINT,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` VARBINARY(16) NOT NULL,
  `worth` BIGINT NOT NULL,
  PRIMARY KEY (`source`, `order`, `id`, `from_run`)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
