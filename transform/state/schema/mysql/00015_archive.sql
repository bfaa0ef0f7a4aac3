-- +goose Up
CREATE TABLE IF NOT EXISTS archive (
  report    VARBINARY(64)  NOT NULL,
  period    VARBINARY(64)  NOT NULL,
  territory VARBINARY(512) NOT NULL,
  rep       VARBINARY(512) NOT NULL,
  edition   VARBINARY(64)  NOT NULL,
  kind      VARBINARY(32)  NOT NULL,
  recipient VARBINARY(512) NOT NULL,
  revision  INT            NOT NULL,
  path      MEDIUMTEXT     NOT NULL,
  sha256    VARBINARY(64)  NOT NULL,
  size      BIGINT         NOT NULL,
  run       BIGINT         NOT NULL,
  at        BIGINT         NOT NULL,
  PRIMARY KEY (report, period, territory, rep, edition, kind, recipient, revision)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
