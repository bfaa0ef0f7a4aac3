-- +goose Up
CREATE TABLE IF NOT EXISTS readmissions (
  address VARBINARY(512) NOT NULL,
  at      BIGINT         NOT NULL,
  who     MEDIUMTEXT     NOT NULL,
  why     MEDIUMTEXT     NOT NULL,
  PRIMARY KEY (address, at)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
