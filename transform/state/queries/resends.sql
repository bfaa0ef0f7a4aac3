-- name: resend-put
REPLACE INTO resends (report, period, territory, rep, recipient, revision, n, state, who, why, attempts, code, answer, asked, changed, next_at, run)
VALUES (:report, :period, :territory, :rep, :recipient, :revision, :n, :state, :who, :why, :attempts, :code, :answer, :asked, :changed, :next_at, :run)

-- name: resend-get
SELECT * FROM resends WHERE report = :report AND period = :period AND territory = :territory AND rep = :rep
  AND recipient = :recipient AND revision = :revision AND n = :n

-- name: resend-list
SELECT * FROM resends
WHERE (report = :report OR :report = '') AND (period = :period OR :period = '') AND (recipient = :recipient OR :recipient = '')
  AND (state = :state OR :state = '') AND (run = :run OR :run = 0)
ORDER BY report, period, territory, rep, recipient, revision, n

-- name: resend-log
INSERT INTO delivery_log (report, period, territory, rep, recipient, revision, seq, state, edition, code, answer, at, run)
SELECT :report, :period, :territory, :rep, :recipient, :revision, COALESCE(MAX(seq), 0) + 1, :logged, '', :code, :answer, :changed, :run
FROM delivery_log WHERE report = :report AND period = :period AND territory = :territory AND rep = :rep
  AND recipient = :recipient AND revision = :revision
