-- +goose Up
CREATE TABLE deliveries (
  report      TEXT   NOT NULL,
  period      TEXT   NOT NULL,
  territory   TEXT   NOT NULL,
  rep         TEXT   NOT NULL,
  recipient   TEXT   NOT NULL,
  revision    INT    NOT NULL,
  state       TEXT   NOT NULL,
  edition     TEXT   NOT NULL,
  address     TEXT   NOT NULL,
  message_id  TEXT   NOT NULL,
  file_sha256 TEXT   NOT NULL,
  size        BIGINT NOT NULL,
  attempts    INT    NOT NULL,
  code        INT    NOT NULL,
  answer      TEXT   NOT NULL,
  planned     BIGINT NOT NULL,
  changed     BIGINT NOT NULL,
  accepted    BIGINT NOT NULL,
  next_at     BIGINT NOT NULL,
  run         BIGINT NOT NULL,
  PRIMARY KEY (report, period, territory, rep, recipient, revision)
) WITHOUT ROWID;
