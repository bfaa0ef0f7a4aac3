-- +goose Up
CREATE TABLE IF NOT EXISTS owed (
  job      VARBINARY(64) NOT NULL,
  period   VARBINARY(64) NOT NULL,
  slot     BIGINT        NOT NULL,
  as_of    INT           NOT NULL,
  state    VARBINARY(32) NOT NULL,
  reason   MEDIUMTEXT    NOT NULL,
  attempts INT           NOT NULL,
  next_at  BIGINT        NOT NULL,
  changed  BIGINT        NOT NULL,
  run      BIGINT        NOT NULL,
  PRIMARY KEY (job, period)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
