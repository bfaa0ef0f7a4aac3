-- +goose Up
CREATE TABLE IF NOT EXISTS drawn (
  edition VARBINARY(64)  NOT NULL,
  build   VARBINARY(128) NOT NULL,
  path    MEDIUMTEXT     NOT NULL,
  sha256  VARBINARY(64)  NOT NULL,
  size    BIGINT         NOT NULL,
  run     BIGINT         NOT NULL,
  at      BIGINT         NOT NULL,
  PRIMARY KEY (edition)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
