-- name: model-latest
SELECT * FROM models WHERE name = ? ORDER BY version DESC LIMIT 1

-- name: model-get
SELECT * FROM models WHERE name = ? AND version = ?

-- name: model-insert
INSERT INTO models (name, version, run, sha256, body) VALUES (?, ?, ?, ?, ?)

-- name: model-part-insert
INSERT INTO model_parts (name, version, part, body) VALUES (?, ?, ?, ?)

-- name: model-parts
SELECT body FROM model_parts WHERE name = ? AND version = ? ORDER BY part

-- name: model-list
SELECT m.name, m.version, m.run, m.sha256, LENGTH(m.body) + COALESCE((SELECT SUM(LENGTH(p.body)) FROM model_parts p WHERE p.name = m.name AND p.version = m.version), 0) AS size,
  r.as_of, r.code
FROM models m LEFT JOIN runs r ON r.id = m.run WHERE m.name = ? ORDER BY m.version

-- name: model-use-set
REPLACE INTO model_uses (name, run, version, heard, why, observed) VALUES (:name, :run, :version, :heard, :why, :observed)

-- name: model-use-list
SELECT u.name, u.run, u.version, u.heard, u.why, u.observed, COALESCE(r.as_of, 0) AS as_of, COALESCE(r.status, '') AS status
FROM model_uses u LEFT JOIN runs r ON r.id = u.run WHERE u.name = ? ORDER BY u.run

-- name: model-word-last
SELECT '' AS address, COALESCE(MAX(at), 0) AS at FROM model_words WHERE name = ?

-- name: model-word-set
INSERT INTO model_words (name, at, version, who, why) VALUES (:name, :at, :version, :who, :why)

-- name: model-word-list
SELECT * FROM model_words WHERE name = ? ORDER BY at

-- name: meta-get
SELECT value FROM meta WHERE name = ?

-- name: meta-set
REPLACE INTO meta (name, value) VALUES (?, ?)
