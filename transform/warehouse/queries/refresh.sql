-- name: stocks
SELECT d.`source`, d.`kind`, d.`digest`, d.`kept`, d.`amount`, d.`next`
FROM `origins` o CROSS JOIN `digests` d ON d.`source` = o.`source` AND d.`kind` = o.`kind`
  AND d.`run` = (SELECT MAX(e.`run`) FROM `digests` e WHERE e.`source` = o.`source` AND e.`kind` = o.`kind` AND e.`run` <= ?)
ORDER BY d.`source`, d.`kind`

-- name: save_stock
INSERT INTO `digests` (`run`, `source`, `kind`, `digest`, `kept`, `amount`, `next`) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: asides_of
SELECT `source`, `kind`, `id`, `field`, `value`, `reason`, COALESCE(`worth`, 0) AS `worth` FROM `aside`
WHERE `run` = ? ORDER BY `source`, `kind`, `n`

-- name: asides
SELECT `source`, `kind`, `id`, `field`, `value`, `reason`, COALESCE(`worth`, 0) AS `worth` FROM `aside`
WHERE `run` = ? ORDER BY ABS(COALESCE(`worth`, 0)) DESC, `source`, `kind`, `n` LIMIT ?

-- name: save_coverage
INSERT INTO `coverage` (`run`, `source`, `kind`, `read`, `added`, `changed`, `unchanged`, `repeated`, `aside`, `vanished`,
  `rounded`, `cleaned`, `kept`, `amount`, `aside_sum`, `stored`, `newest`)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: coverage
SELECT `source`, `kind`, `read`, `added`, `changed`, `unchanged`, `repeated`, `aside`, `vanished`,
  `rounded`, `cleaned`, `kept`, `amount`, `aside_sum`, `stored`, `newest`
FROM `coverage` WHERE `run` = ? ORDER BY `source`, `kind`

-- name: customer_ids
SELECT `id` FROM `customers` WHERE `from_run` <= ? AND (`to_run` IS NULL OR `to_run` > ?) ORDER BY `id`

-- name: hold
REPLACE INTO `writer` (`name`) VALUES ('writer')

-- name: touched_parties
SELECT COUNT(*) FROM (SELECT `source`, `id` FROM `staged_parties` WHERE `from_run` > ? OR `to_run` > ? GROUP BY `source`, `id`) AS `touched`
