-- name: run-highest
SELECT COALESCE(MAX(id), 0) FROM runs

-- name: run-insert
INSERT INTO runs (id, job, period, as_of, code, args, owner, fence, status, error, details, started, finished)
VALUES (:id, :job, :period, :as_of, :code, :args, :owner, :fence, :status, '', '', :started, 0)

-- name: run-interrupt
UPDATE runs SET status = ?, finished = ? WHERE status = ? AND fence < ?

-- name: run-finish
UPDATE runs SET status = ?, error = ?, details = ?, finished = ? WHERE id = ? AND status = ?

-- name: run-account
UPDATE runs SET details = ? WHERE id = ?

-- name: run-get
SELECT * FROM runs WHERE id = ?

-- name: run-list
SELECT * FROM runs ORDER BY id DESC LIMIT ?

-- name: run-select
SELECT id, job, period, as_of, code, args, owner, fence, status, error, started, finished FROM runs
WHERE (? = '' OR job = ?) AND (? = '' OR status = ?) AND started >= ? ORDER BY id DESC LIMIT ?

-- name: stage-insert
INSERT INTO stages (run, seq, name, at)
SELECT ?, COALESCE(MAX(seq), 0) + 1, ?, ? FROM stages WHERE run = ?

-- name: stage-list
SELECT name, at FROM stages WHERE run = ? ORDER BY seq
