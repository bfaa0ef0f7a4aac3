-- +goose Up
CREATE TABLE IF NOT EXISTS field_decisions (
  number      BIGINT         NOT NULL,
  source      VARBINARY(255) NOT NULL,
  id          VARBINARY(255) NOT NULL,
  field       VARBINARY(64)  NOT NULL,
  from_source VARBINARY(255) NOT NULL,
  from_id     VARBINARY(255) NOT NULL,
  value       MEDIUMTEXT     NOT NULL,
  from_run    BIGINT         NOT NULL,
  to_run      BIGINT,
  who         MEDIUMTEXT     NOT NULL,
  why         MEDIUMTEXT     NOT NULL,
  at          BIGINT         NOT NULL,
  PRIMARY KEY (number)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
