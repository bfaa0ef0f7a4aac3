-- name: decision-get
SELECT * FROM decisions WHERE a_source = ? AND a_id = ? AND b_source = ? AND b_id = ? AND to_run IS NULL

-- name: decision-close
UPDATE decisions SET to_run = ? WHERE a_source = ? AND a_id = ? AND b_source = ? AND b_id = ? AND to_run IS NULL

-- name: decision-insert
REPLACE INTO decisions (a_source, a_id, b_source, b_id, from_run, to_run, kind, who, why, at, number)
VALUES (:a_source, :a_id, :b_source, :b_id, :from_run, NULL, :kind, :who, :why, :at, :number)

-- name: decision-current
SELECT * FROM decisions WHERE to_run IS NULL ORDER BY a_source, a_id, b_source, b_id

-- name: decision-at
SELECT * FROM decisions WHERE from_run <= ? AND (to_run IS NULL OR to_run > ?) ORDER BY a_source, a_id, b_source, b_id

-- name: decision-highest
SELECT COALESCE(MAX(number), 0) FROM (SELECT number FROM decisions UNION ALL SELECT number FROM field_decisions) AS numbered

-- name: decision-numbered
SELECT * FROM decisions WHERE number = ?

-- name: decision-all
SELECT * FROM decisions ORDER BY number, a_source, a_id, b_source, b_id, from_run

-- name: decision-end
UPDATE decisions SET to_run = ? WHERE number = ? AND to_run IS NULL

-- name: withdrawal-insert
INSERT INTO withdrawals (number, run, who, why, at) VALUES (:number, :run, :who, :why, :at)

-- name: withdrawal-list
SELECT number, run, who, why, at FROM withdrawals ORDER BY number
