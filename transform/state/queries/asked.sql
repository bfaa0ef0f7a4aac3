-- name: asked-insert
INSERT INTO asked (run, body) VALUES (?, ?)

-- name: asked-get
SELECT body FROM asked WHERE run = ?
