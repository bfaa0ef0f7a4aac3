-- +goose Up
CREATE TABLE `staged_rates` (
  `source` VARBINARY(64) NOT NULL,
  `id` VARBINARY(512) NOT NULL,
  `currency` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `from` INT NOT NULL,
  `rate` BIGINT NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` VARBINARY(16) NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
