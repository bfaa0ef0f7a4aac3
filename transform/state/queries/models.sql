-- name: model-latest
SELECT * FROM models WHERE name = ? ORDER BY version DESC LIMIT 1

-- name: model-get
SELECT * FROM models WHERE name = ? AND version = ?

-- name: model-insert
INSERT INTO models (name, version, run, sha256, body) VALUES (?, ?, ?, ?, ?)

-- name: meta-get
SELECT value FROM meta WHERE name = ?

-- name: meta-set
REPLACE INTO meta (name, value) VALUES (?, ?)
