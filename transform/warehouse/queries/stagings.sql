-- name: save_reading
INSERT INTO `stagings` (`run`, `at`, `state`, `digest`, `sources`) VALUES (?, ?, 'read', ?, ?)

-- name: latest_reading
SELECT `run`, `at`, `state`, `digest`, `sources` FROM `stagings` ORDER BY `run` DESC LIMIT 1

-- name: reading_published
UPDATE `stagings` SET `state` = 'published' WHERE `run` = ?

-- name: readings_abandoned
UPDATE `stagings` SET `state` = 'abandoned' WHERE `state` = 'read'

-- name: drop_abandoned_coverage
DELETE FROM `coverage` WHERE `run` IN (SELECT `run` FROM `stagings` WHERE `state` = 'read')

-- name: drop_abandoned_asides
DELETE FROM `aside` WHERE `run` IN (SELECT `run` FROM `stagings` WHERE `state` = 'read')

-- name: pass_on_coverage
UPDATE `coverage` SET `run` = ? WHERE `run` = ?

-- name: pass_on_asides
UPDATE `aside` SET `run` = ? WHERE `run` = ?
