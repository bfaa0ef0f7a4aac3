-- name: hold-set
REPLACE INTO holds (report, period, recipient, at, released, who, why)
VALUES (:report, :period, :recipient, :at, :released, :who, :why)

-- name: hold-list
SELECT * FROM holds ORDER BY at, report, period, recipient
