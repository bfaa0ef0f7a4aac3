-- name: archive-get
SELECT * FROM archive WHERE report = :report AND period = :period AND territory = :territory AND rep = :rep
  AND edition = :edition AND kind = :kind AND recipient = :recipient AND revision = :revision

-- name: archive-insert
INSERT INTO archive (report, period, territory, rep, edition, kind, recipient, revision, path, sha256, size, run, at)
VALUES (:report, :period, :territory, :rep, :edition, :kind, :recipient, :revision, :path, :sha256, :size, :run, :at)

-- name: archive-list
SELECT * FROM archive WHERE report = ? AND period = ? AND territory = ? AND rep = ? ORDER BY edition, kind, recipient, revision

-- name: figures-delete
DELETE FROM key_figures WHERE report = ? AND territory = ? AND rep = ? AND period = ?

-- name: figures-insert
INSERT INTO key_figures (report, territory, rep, period, name, value) VALUES (?, ?, ?, ?, ?, ?)

-- name: figures-list
SELECT name, value FROM key_figures WHERE report = ? AND territory = ? AND rep = ? AND period = ? ORDER BY name
