-- name: drop_doubts
DELETE FROM `doubts`

-- name: doubts
SELECT `run`, `a_source`, `a_id`, `b_source`, `b_id`, `millibits`, `reason` FROM `doubts` ORDER BY `n`

-- name: customer_revenues
SELECT `id`, `net_revenue` FROM `customers_current` WHERE `net_revenue` IS NOT NULL ORDER BY `id`
