-- +goose Up
CREATE TABLE IF NOT EXISTS verdicts (
  report    VARBINARY(64)  NOT NULL,
  period    VARBINARY(64)  NOT NULL,
  territory VARBINARY(512) NOT NULL,
  rep       VARBINARY(512) NOT NULL,
  gate      VARBINARY(255) NOT NULL,
  effect    VARBINARY(32)  NOT NULL,
  words     MEDIUMTEXT     NOT NULL,
  detail    MEDIUMTEXT     NOT NULL,
  run       BIGINT         NOT NULL,
  at        BIGINT         NOT NULL,
  PRIMARY KEY (report, period, territory, rep, gate)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
