-- name: verdict-clear
DELETE FROM verdicts WHERE report = ? AND period = ?

-- name: verdict-clear-report
DELETE FROM verdicts WHERE report = ?

-- name: verdict-set
INSERT INTO verdicts (report, period, territory, rep, gate, effect, words, detail, run, at)
VALUES (:report, :period, :territory, :rep, :gate, :effect, :words, :detail, :run, :at)

-- name: verdict-list
SELECT * FROM verdicts ORDER BY report, period, territory, rep, gate

-- name: figures-past
SELECT period, value FROM key_figures WHERE report = ? AND territory = ? AND rep = ? AND name = ? ORDER BY period
