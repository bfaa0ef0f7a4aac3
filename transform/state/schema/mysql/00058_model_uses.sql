-- +goose Up
CREATE TABLE IF NOT EXISTS model_uses (
  name     VARBINARY(255) NOT NULL,
  run      BIGINT         NOT NULL,
  version  BIGINT         NOT NULL,
  heard    BIGINT         NOT NULL,
  why      MEDIUMTEXT     NOT NULL,
  observed MEDIUMTEXT     NOT NULL,
  PRIMARY KEY (name, run)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
