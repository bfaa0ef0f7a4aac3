-- name: drop_doubts
DELETE FROM `doubts`

-- name: doubts
SELECT `run`, `a_source`, `a_id`, `b_source`, `b_id`, `millibits`, `reason` FROM `doubts` ORDER BY `n`

-- name: customer_revenues
SELECT `id`, `net_revenue` FROM `customers_current` WHERE `net_revenue` IS NOT NULL ORDER BY `id`

-- name: open_doubts
SELECT `a_source`, `a_id`, `b_source`, `b_id`, `from_run`, `since`, `millibits`, `reason` FROM `doubt_log` WHERE `to_run` IS NULL
ORDER BY `a_source`, `a_id`, `b_source`, `b_id`

-- name: close_doubt
UPDATE `doubt_log` SET `to_run` = ?
WHERE `a_source` = ? AND `a_id` = ? AND `b_source` = ? AND `b_id` = ? AND `from_run` = ?

-- name: doubts_at
SELECT `a_source`, `a_id`, `b_source`, `b_id`, `from_run`, `since`, `millibits`, `reason` FROM `doubt_log`
WHERE `from_run` <= ? AND (`to_run` IS NULL OR `to_run` > ?) ORDER BY `millibits` DESC, `a_source`, `a_id`, `b_source`, `b_id`
