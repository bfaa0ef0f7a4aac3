-- name: edition-set
REPLACE INTO editions (edition, content, report, period, territory, rep, snapshot_run, snapshot, links, decisions, matching,
  settings, code, build, account, against, restated, corrects, figures, previous, path, sha256, size, run, at)
VALUES (:edition, :content, :report, :period, :territory, :rep, :snapshot_run, :snapshot, :links, :decisions, :matching,
  :settings, :code, :build, :account, :against, :restated, :corrects, :figures, :previous, :path, :sha256, :size, :run, :at)

-- name: edition-get
SELECT * FROM editions WHERE edition = ?

-- name: edition-list
SELECT * FROM editions WHERE report = ? AND period = ? ORDER BY territory, rep, at, edition

-- name: edition-of-run
SELECT * FROM editions WHERE run = ? ORDER BY report, period, territory, rep, at, edition

-- name: settings-get
SELECT body FROM settings WHERE digest = ?

-- name: settings-set
REPLACE INTO settings (digest, body, run) VALUES (?, ?, ?)

-- name: edition-gates-get
SELECT body FROM edition_gates WHERE edition = ?

-- name: edition-gates-set
REPLACE INTO edition_gates (edition, body) VALUES (?, ?)
