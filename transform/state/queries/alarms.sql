-- name: alarm-list
SELECT * FROM alarms ORDER BY raised, cause, job, period, about, address

-- name: alarm-insert
INSERT INTO alarms (cause, job, period, about, address, state, since, text, attempts, next_at, answer, raised, changed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '', ?, ?)

-- name: alarm-move
UPDATE alarms SET state = ?, attempts = attempts + ?, next_at = ?, answer = ?, changed = ?
WHERE cause = ? AND job = ? AND period = ? AND about = ? AND address = ? AND state = ?

-- name: alarm-orphans
UPDATE alarms SET state = 'unknown', answer = ?, changed = ? WHERE state = 'committing'
