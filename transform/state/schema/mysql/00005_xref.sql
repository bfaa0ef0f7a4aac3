-- +goose Up
CREATE TABLE IF NOT EXISTS xref (
  source   VARBINARY(255) NOT NULL,
  id       VARBINARY(255) NOT NULL,
  customer VARBINARY(64)  NOT NULL,
  run      BIGINT         NOT NULL,
  PRIMARY KEY (source, id),
  KEY xref_customer (customer)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
