-- +goose Up
CREATE TABLE IF NOT EXISTS decisions (
  a_source VARBINARY(255) NOT NULL,
  a_id     VARBINARY(255) NOT NULL,
  b_source VARBINARY(255) NOT NULL,
  b_id     VARBINARY(255) NOT NULL,
  from_run BIGINT         NOT NULL,
  to_run   BIGINT,
  kind     VARBINARY(32)  NOT NULL,
  who      MEDIUMTEXT     NOT NULL,
  why      MEDIUMTEXT     NOT NULL,
  at       BIGINT         NOT NULL,
  PRIMARY KEY (a_source, a_id, b_source, b_id, from_run)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
