-- +goose Up
CREATE TABLE IF NOT EXISTS runs (
  id       BIGINT        NOT NULL,
  job      VARBINARY(64) NOT NULL,
  period   VARBINARY(64) NOT NULL,
  as_of    INT           NOT NULL,
  code     MEDIUMTEXT    NOT NULL,
  args     MEDIUMTEXT    NOT NULL,
  owner    MEDIUMTEXT    NOT NULL,
  fence    BIGINT        NOT NULL,
  status   VARBINARY(32) NOT NULL,
  error    MEDIUMTEXT    NOT NULL,
  details  MEDIUMTEXT    NOT NULL,
  started  BIGINT        NOT NULL,
  finished BIGINT        NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
