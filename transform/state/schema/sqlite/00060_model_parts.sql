-- +goose Up
CREATE TABLE model_parts (
  name    TEXT   NOT NULL,
  version BIGINT NOT NULL,
  part    INT    NOT NULL,
  body    BLOB   NOT NULL,
  PRIMARY KEY (name, version, part)
);
