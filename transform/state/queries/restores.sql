-- name: restore-put
REPLACE INTO restores (at, known, file) VALUES (:at, :known, :file)

-- name: restore-list
SELECT * FROM restores ORDER BY at

-- name: restore-known
SELECT COALESCE(MAX(at), 0) FROM (
  SELECT MAX(started) AS at FROM runs UNION ALL SELECT MAX(finished) FROM runs UNION ALL SELECT MAX(changed) FROM deliveries
  UNION ALL SELECT MAX(at) FROM delivery_log UNION ALL SELECT MAX(changed) FROM owed UNION ALL SELECT MAX(at) FROM holds
  UNION ALL SELECT MAX(at) FROM schedule_seen UNION ALL SELECT MAX(at) FROM restores
) newest
