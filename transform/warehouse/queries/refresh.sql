-- name: stocks
SELECT `source`, `kind`, `digest`, `kept`, `amount`, `next`
FROM `digests` d
WHERE `run` = (SELECT MAX(`run`) FROM `digests` e WHERE e.`source` = d.`source` AND e.`kind` = d.`kind` AND e.`run` <= ?)
ORDER BY `source`, `kind`

-- name: save_stock
INSERT INTO `digests` (`run`, `source`, `kind`, `digest`, `kept`, `amount`, `next`) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: save_aside
INSERT INTO `aside` (`run`, `source`, `kind`, `n`, `id`, `field`, `value`, `reason`) VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- name: asides
SELECT `source`, `kind`, `id`, `field`, `value`, `reason` FROM `aside`
WHERE `run` = ? ORDER BY `source`, `kind`, `n` LIMIT ?

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
