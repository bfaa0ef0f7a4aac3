-- name: field-get
SELECT * FROM field_decisions WHERE source = ? AND id = ? AND field = ? AND to_run IS NULL

-- name: field-close
UPDATE field_decisions SET to_run = ? WHERE number = ? AND to_run IS NULL

-- name: field-insert
INSERT INTO field_decisions (number, source, id, field, from_source, from_id, value, from_run, to_run, who, why, at)
VALUES (:number, :source, :id, :field, :from_source, :from_id, :value, :from_run, NULL, :who, :why, :at)

-- name: field-current
SELECT * FROM field_decisions WHERE to_run IS NULL ORDER BY number

-- name: field-at
SELECT * FROM field_decisions WHERE from_run <= ? AND (to_run IS NULL OR to_run > ?) ORDER BY number

-- name: field-all
SELECT * FROM field_decisions ORDER BY number

-- name: field-numbered
SELECT * FROM field_decisions WHERE number = ?
