-- +goose Up
INSERT INTO leases (name, owner, fence, since, expires)
SELECT 'writers', '', 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM leases WHERE name = 'writers');
