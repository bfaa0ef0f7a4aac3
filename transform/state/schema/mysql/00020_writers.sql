-- +goose Up
INSERT INTO leases (name, owner, fence, since, expires) VALUES ('writers', '', 0, 0, 0)
ON DUPLICATE KEY UPDATE name = name;
