-- +goose Up
CREATE TABLE IF NOT EXISTS refusals (
  address    VARBINARY(512) NOT NULL,
  message_id VARBINARY(512) NOT NULL,
  attempt    INT            NOT NULL,
  bounced    INT            NOT NULL,
  code       INT            NOT NULL,
  words      MEDIUMTEXT     NOT NULL,
  sent       BIGINT         NOT NULL,
  at         BIGINT         NOT NULL,
  PRIMARY KEY (address, message_id, attempt)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
