-- +goose Up
CREATE TABLE IF NOT EXISTS alarms (
  cause    VARBINARY(32)  NOT NULL,
  job      VARBINARY(64)  NOT NULL,
  period   VARBINARY(64)  NOT NULL,
  about    VARBINARY(512) NOT NULL,
  address  VARBINARY(512) NOT NULL,
  state    VARBINARY(32)  NOT NULL,
  since    BIGINT         NOT NULL,
  text     MEDIUMTEXT     NOT NULL,
  attempts INT            NOT NULL,
  next_at  BIGINT         NOT NULL,
  answer   MEDIUMTEXT     NOT NULL,
  raised   BIGINT         NOT NULL,
  changed  BIGINT         NOT NULL,
  PRIMARY KEY (cause, job, period, about, address)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
