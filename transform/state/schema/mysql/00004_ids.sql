-- +goose Up
CREATE TABLE IF NOT EXISTS ids (
  id             VARBINARY(64)  NOT NULL,
  founder_source VARBINARY(255) NOT NULL,
  founder_id     VARBINARY(255) NOT NULL,
  n              INT            NOT NULL,
  born           BIGINT         NOT NULL,
  retired        BIGINT         NOT NULL,
  forward        VARBINARY(64)  NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
