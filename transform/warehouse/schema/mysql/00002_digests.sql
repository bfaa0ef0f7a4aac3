-- +goose Up
CREATE TABLE `digests` (
  `run` BIGINT NOT NULL,
  `source` VARBINARY(64) NOT NULL,
  `kind` VARBINARY(64) NOT NULL,
  `digest` VARBINARY(16) NOT NULL,
  `kept` BIGINT NOT NULL,
  `amount` BIGINT NOT NULL,
  `next` BIGINT NOT NULL,
  PRIMARY KEY (`source`, `kind`, `run`)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
