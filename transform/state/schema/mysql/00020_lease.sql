-- +goose Up
INSERT INTO leases (name, owner, fence, since, expires) VALUES ('jobs', '', 0, 0, 0)
ON DUPLICATE KEY UPDATE name = name;
