-- +goose Up
CREATE TABLE IF NOT EXISTS delivery_log (
  report    VARBINARY(64)  NOT NULL,
  period    VARBINARY(64)  NOT NULL,
  territory VARBINARY(512) NOT NULL,
  rep       VARBINARY(512) NOT NULL,
  recipient VARBINARY(512) NOT NULL,
  revision  INT            NOT NULL,
  seq       INT            NOT NULL,
  state     VARBINARY(32)  NOT NULL,
  edition   VARBINARY(64)  NOT NULL,
  code      INT            NOT NULL,
  answer    MEDIUMTEXT     NOT NULL,
  at        BIGINT         NOT NULL,
  run       BIGINT         NOT NULL,
  PRIMARY KEY (report, period, territory, rep, recipient, revision, seq)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
