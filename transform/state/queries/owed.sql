-- name: schedule-list
SELECT * FROM schedules ORDER BY job

-- name: schedule-set
REPLACE INTO schedules (job, kind, begins, ended) VALUES (:job, :kind, :begins, :ended)

-- name: owed-list
SELECT o.* FROM owed o
LEFT JOIN (SELECT job, MAX(slot) AS slot FROM owed WHERE as_of = 0 AND state IN ('done', 'skipped') GROUP BY job) l ON l.job = o.job
WHERE o.as_of > 0 OR l.slot IS NULL OR o.slot >= l.slot OR o.state IN ('claimed', 'failed')
ORDER BY o.job, o.slot, o.period

-- name: owed-set
REPLACE INTO owed (job, period, slot, as_of, state, reason, attempts, next_at, changed, run)
VALUES (:job, :period, :slot, :as_of, :state, :reason, :attempts, :next_at, :changed, :run)
