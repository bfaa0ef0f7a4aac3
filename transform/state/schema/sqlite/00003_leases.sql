-- +goose Up
CREATE TABLE leases (
  name    TEXT   NOT NULL PRIMARY KEY,
  owner   TEXT   NOT NULL,
  fence   BIGINT NOT NULL,
  since   BIGINT NOT NULL,
  expires BIGINT NOT NULL
) WITHOUT ROWID;
