-- +goose Up
CREATE TABLE `digests` (
  `run` BIGINT NOT NULL,
  `source` TEXT NOT NULL,
  `kind` TEXT NOT NULL,
  `digest` BLOB NOT NULL,
  `kept` BIGINT NOT NULL,
  `amount` BIGINT NOT NULL,
  `next` BIGINT NOT NULL,
  PRIMARY KEY (`source`, `kind`, `run`)
) WITHOUT ROWID;
