-- +goose Up
CREATE TABLE IF NOT EXISTS models (
  name    VARBINARY(255) NOT NULL,
  version BIGINT         NOT NULL,
  run     BIGINT         NOT NULL,
  sha256  VARBINARY(64)  NOT NULL,
  body    LONGBLOB       NOT NULL,
  PRIMARY KEY (name, version)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
