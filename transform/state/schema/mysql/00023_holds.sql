-- +goose Up
CREATE TABLE IF NOT EXISTS holds (
  report    VARBINARY(64)  NOT NULL,
  period    VARBINARY(64)  NOT NULL,
  recipient VARBINARY(512) NOT NULL,
  at        BIGINT         NOT NULL,
  released  INT            NOT NULL,
  who       MEDIUMTEXT     NOT NULL,
  why       MEDIUMTEXT     NOT NULL,
  PRIMARY KEY (report, period, recipient, at)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
