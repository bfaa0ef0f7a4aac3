-- +goose Up
CREATE TABLE IF NOT EXISTS model_words (
  name    VARBINARY(255) NOT NULL,
  at      BIGINT         NOT NULL,
  version BIGINT         NOT NULL,
  who     MEDIUMTEXT     NOT NULL,
  why     MEDIUMTEXT     NOT NULL,
  PRIMARY KEY (name, at)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
