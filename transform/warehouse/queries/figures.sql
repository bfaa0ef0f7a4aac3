-- name: save_measure
INSERT INTO `measures` (`measure`, `run`, `layout`) VALUES (?, ?, ?)

-- name: measure
SELECT `run`, `layout` FROM `measures` WHERE `measure` = ?

-- name: measures
SELECT `measure` FROM `measures` ORDER BY `run`, `measure`

-- name: drop_measure
DELETE FROM `measures` WHERE `measure` = ?

-- name: save_figure
INSERT INTO `figures` (`measure`, `name`, `n`, `body`) VALUES (?, ?, ?, ?)

-- name: figures
SELECT `name`, `body` FROM `figures` WHERE `measure` = ? ORDER BY `n`, `name`

-- name: drop_figures
DELETE FROM `figures` WHERE `measure` = ?

-- name: customer_figures
SELECT `body` FROM `customer_figures` WHERE `measure` = ? ORDER BY `customer`

-- name: drop_customer_figures
DELETE FROM `customer_figures` WHERE `measure` = ?

-- name: save_key_figure
INSERT INTO `key_figures` (`measure`, `scope`, `name`, `value`) VALUES (?, ?, ?, ?)

-- name: key_figures
SELECT `scope`, `name`, `value` FROM `key_figures` WHERE `measure` = ? ORDER BY `scope`, `name`

-- name: drop_key_figures
DELETE FROM `key_figures` WHERE `measure` = ?
