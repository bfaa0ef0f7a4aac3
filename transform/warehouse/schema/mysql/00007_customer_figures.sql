-- +goose Up
CREATE TABLE `customer_figures` (
  `measure` VARBINARY(255) NOT NULL,
  `customer` VARBINARY(512) NOT NULL,
  `body` LONGBLOB NOT NULL,
  PRIMARY KEY (`measure`, `customer`)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
