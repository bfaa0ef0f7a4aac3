-- +goose Up
CREATE TABLE IF NOT EXISTS leases (
  name    VARBINARY(255) NOT NULL,
  owner   MEDIUMTEXT     NOT NULL,
  fence   BIGINT         NOT NULL,
  since   BIGINT         NOT NULL,
  expires BIGINT         NOT NULL,
  PRIMARY KEY (name)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
