-- +goose Up
CREATE TABLE `staged_payments` (
  `source` VARBINARY(64) NOT NULL,
  `id` VARBINARY(512) NOT NULL,
  `party` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `party_source` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `invoice` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `at` BIGINT NOT NULL,
  `amount` BIGINT NOT NULL,
  `currency` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `method` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `from_run` BIGINT NOT NULL,
  `to_run` BIGINT,
  `seq` BIGINT NOT NULL,
  `hash` VARBINARY(16) NOT NULL,
  `worth` BIGINT NOT NULL,
  PRIMARY KEY (`source`, `id`, `from_run`)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
