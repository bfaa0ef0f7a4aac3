-- name: published
SELECT `version`, `previous`, `as_of` FROM `published` WHERE `name` = ?

-- name: point
REPLACE INTO `published` (`name`, `version`, `previous`, `as_of`) VALUES (?, ?, ?, ?)

-- name: drop_version
DELETE FROM `customer_table` WHERE `version` = ?

-- name: drop_old_versions
DELETE FROM `customer_table` WHERE `version` < ?

-- name: drop_forwards
DELETE FROM `forward_table` WHERE `version` = ?

-- name: drop_old_forwards
DELETE FROM `forward_table` WHERE `version` < ?
