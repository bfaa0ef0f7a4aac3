-- name: save_snapshot
INSERT INTO `snapshots` (`run`, `at`, `digest`, `links`, `customers`) VALUES (?, ?, ?, ?, ?)

-- name: snapshots
SELECT `run`, `at`, `digest`, `links`, `customers` FROM `snapshots` ORDER BY `run`

-- name: latest_snapshot
SELECT `run`, `at`, `digest`, `links`, `customers` FROM `snapshots` ORDER BY `run` DESC LIMIT 1

-- name: snapshot_at
SELECT `run`, `at`, `digest`, `links`, `customers` FROM `snapshots` WHERE `at` <= ? ORDER BY `at` DESC, `run` DESC LIMIT 1

-- name: snapshot_of
SELECT `run`, `at`, `digest`, `links`, `customers` FROM `snapshots` WHERE `run` = ?

-- name: order_dated
SELECT MIN(`at`) FROM `staged_orders` WHERE `source` = ? AND `id` = ? AND `from_run` <= ?
