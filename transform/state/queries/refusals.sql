-- name: refusal-put
REPLACE INTO refusals (address, message_id, attempt, bounced, code, words, sent, at)
VALUES (:address, :message_id, :attempt, :bounced, :code, :words, :sent, :at)

-- name: refusal-get
SELECT * FROM refusals WHERE address = ? AND message_id = ? AND attempt = ?

-- name: refusal-list
SELECT * FROM refusals ORDER BY address, sent, message_id, attempt

-- name: refusal-taken
SELECT address, MAX(accepted) AS at FROM deliveries WHERE state = 'accepted' GROUP BY address ORDER BY address

-- name: readmission-put
REPLACE INTO readmissions (address, at, who, why) VALUES (?, ?, ?, ?)

-- name: readmission-list
SELECT address, MAX(at) AS at FROM readmissions GROUP BY address ORDER BY address

-- name: delivery-of-message
SELECT * FROM deliveries WHERE message_id = ? ORDER BY report, period, territory, rep, recipient, revision
