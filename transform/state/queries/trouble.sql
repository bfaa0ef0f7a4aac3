-- name: delivery-trouble
SELECT * FROM deliveries WHERE state IN ('rejected', 'unknown') AND changed >= ?
ORDER BY report, period, territory, rep, recipient, revision

-- name: delivery-states
SELECT state, COUNT(*) AS count FROM deliveries GROUP BY state ORDER BY state

-- name: run-recent
SELECT r.id, r.job, r.period, r.as_of, r.args, r.owner, r.fence, r.status, r.error, r.started, r.finished FROM runs r
WHERE r.id > (SELECT COALESCE(MAX(h.id), 0) FROM runs h) - ? ORDER BY r.id

-- name: run-last-ok
SELECT job, MAX(id) AS id, MAX(finished) AS finished, MAX(as_of) AS as_of FROM runs
WHERE status = 'ok' AND args NOT LIKE '%--no-send%' AND args NOT LIKE '%--send-to%' GROUP BY job ORDER BY job
