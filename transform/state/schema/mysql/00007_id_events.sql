-- +goose Up
CREATE TABLE IF NOT EXISTS id_events (
  run     BIGINT        NOT NULL,
  seq     BIGINT        NOT NULL,
  kind    VARBINARY(32) NOT NULL,
  id      VARBINARY(64) NOT NULL,
  forward VARBINARY(64) NOT NULL,
  reason  MEDIUMTEXT    NOT NULL,
  PRIMARY KEY (run, seq),
  KEY id_events_id (id),
  KEY id_events_forward (forward)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
