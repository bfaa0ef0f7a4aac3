-- +goose Up
CREATE TABLE IF NOT EXISTS model_parts (
  name    VARBINARY(255) NOT NULL,
  version BIGINT         NOT NULL,
  part    INT            NOT NULL,
  body    LONGBLOB       NOT NULL,
  PRIMARY KEY (name, version, part)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
