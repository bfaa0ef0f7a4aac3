-- name: seen-list
SELECT * FROM schedule_seen ORDER BY job

-- name: seen-set
REPLACE INTO schedule_seen (job, at) VALUES (:job, :at)

-- name: run-spans
SELECT started, finished FROM runs WHERE finished > ? AND status <> ? ORDER BY started, id
