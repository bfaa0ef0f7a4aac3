-- name: drawn-get
SELECT * FROM drawn WHERE edition = ?

-- name: drawn-set
REPLACE INTO drawn (edition, build, path, sha256, size, run, at) VALUES (:edition, :build, :path, :sha256, :size, :run, :at)

-- name: asked-insert
INSERT INTO asked (run, body) VALUES (?, ?)

-- name: asked-get
SELECT body FROM asked WHERE run = ?
