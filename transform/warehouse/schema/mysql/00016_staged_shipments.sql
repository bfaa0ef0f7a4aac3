-- +goose Up
CREATE TABLE `staged_shipments` (
  `source` VARBINARY(64) NOT NULL,
  `id` VARBINARY(512) NOT NULL,
  `party` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `party_source` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `order` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `at` BIGINT NOT NULL,
  `promised` INT NOT NULL,
  `delivered` BIGINT NOT NULL,
  `country` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `cost` BIGINT,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` VARBINARY(16) NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
