-- +goose Up
CREATE TABLE `coverage` (
  `run` BIGINT NOT NULL,
  `source` VARBINARY(64) NOT NULL,
  `kind` VARBINARY(64) NOT NULL,
  `read` BIGINT NOT NULL,
  `added` BIGINT NOT NULL,
  `changed` BIGINT NOT NULL,
  `unchanged` BIGINT NOT NULL,
  `repeated` BIGINT NOT NULL,
  `aside` BIGINT NOT NULL,
  `vanished` BIGINT NOT NULL,
  `rounded` BIGINT NOT NULL,
  `cleaned` BIGINT NOT NULL,
  `kept` BIGINT NOT NULL,
  `amount` BIGINT NOT NULL,
  `aside_sum` BIGINT NOT NULL,
  `stored` BIGINT NOT NULL,
  `newest` BIGINT NOT NULL,
  PRIMARY KEY (`run`, `source`, `kind`)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
