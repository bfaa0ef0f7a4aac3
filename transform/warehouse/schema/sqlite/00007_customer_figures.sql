-- +goose Up
CREATE TABLE `customer_figures` (
  `measure` TEXT NOT NULL,
  `customer` TEXT NOT NULL,
  `body` BLOB NOT NULL,
  PRIMARY KEY (`measure`, `customer`)
) WITHOUT ROWID;
