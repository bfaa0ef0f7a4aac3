-- +goose Up
CREATE TABLE `key_figures` (
  `measure` VARBINARY(255) NOT NULL,
  `scope` VARBINARY(512) NOT NULL,
  `name` VARBINARY(255) NOT NULL,
  `value` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (`measure`, `scope`, `name`)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
