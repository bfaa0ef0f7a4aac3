-- +goose Up
CREATE TABLE IF NOT EXISTS resends (
  report    VARBINARY(64)  NOT NULL,
  period    VARBINARY(64)  NOT NULL,
  territory VARBINARY(512) NOT NULL,
  rep       VARBINARY(512) NOT NULL,
  recipient VARBINARY(512) NOT NULL,
  revision  INT            NOT NULL,
  n         INT            NOT NULL,
  state     VARBINARY(32)  NOT NULL,
  who       MEDIUMTEXT     NOT NULL,
  why       MEDIUMTEXT     NOT NULL,
  attempts  INT            NOT NULL,
  code      INT            NOT NULL,
  answer    MEDIUMTEXT     NOT NULL,
  asked     BIGINT         NOT NULL,
  changed   BIGINT         NOT NULL,
  next_at   BIGINT         NOT NULL,
  run       BIGINT         NOT NULL,
  PRIMARY KEY (report, period, territory, rep, recipient, revision, n)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
