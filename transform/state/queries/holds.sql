-- name: hold-set
REPLACE INTO holds (report, period, recipient, at, released, who, why)
VALUES (:report, :period, :recipient, :at, :released, :who, :why)

-- name: hold-list
SELECT * FROM holds ORDER BY at, report, period, recipient

-- name: hold-last
SELECT '' AS address, COALESCE(MAX(w.at), 0) AS at FROM (SELECT at FROM holds UNION ALL SELECT at FROM restores) w
