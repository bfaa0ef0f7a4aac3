-- +goose Up
CREATE TABLE IF NOT EXISTS key_figures (
  report    VARBINARY(64)  NOT NULL,
  territory VARBINARY(512) NOT NULL,
  rep       VARBINARY(512) NOT NULL,
  period    VARBINARY(64)  NOT NULL,
  name      VARBINARY(255) NOT NULL,
  value     MEDIUMTEXT     NOT NULL,
  PRIMARY KEY (report, territory, rep, period, name)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
