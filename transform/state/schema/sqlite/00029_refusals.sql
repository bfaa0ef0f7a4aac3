-- +goose Up
CREATE TABLE refusals (
  address    TEXT   NOT NULL,
  message_id TEXT   NOT NULL,
  attempt    INT    NOT NULL,
  bounced    INT    NOT NULL,
  code       INT    NOT NULL,
  words      TEXT   NOT NULL,
  sent       BIGINT NOT NULL,
  at         BIGINT NOT NULL,
  PRIMARY KEY (address, message_id, attempt)
) WITHOUT ROWID;
