-- name: delivery-insert
INSERT INTO deliveries (report, period, territory, rep, recipient, revision, state, edition, address, message_id,
  file_sha256, letter_sha256, size, attempts, code, answer, planned, changed, accepted, next_at, run)
VALUES (:report, :period, :territory, :rep, :recipient, :revision, :state, :edition, :address, :message_id,
  '', '', 0, 0, 0, '', :planned, :changed, 0, 0, :run)

-- name: delivery-get
SELECT * FROM deliveries WHERE report = ? AND period = ? AND territory = ? AND rep = ? AND recipient = ? AND revision = ?

-- name: delivery-of
SELECT * FROM deliveries WHERE report = ? AND period = ? AND territory = ? AND rep = ? AND recipient = ? ORDER BY revision

-- name: delivery-update
UPDATE deliveries SET state = :state, edition = :edition, address = :address, message_id = :message_id,
  file_sha256 = :file_sha256, letter_sha256 = :letter_sha256, size = :size, attempts = :attempts, code = :code, answer = :answer,
  changed = :changed, accepted = :accepted, next_at = :next_at, run = :run
WHERE report = :report AND period = :period AND territory = :territory AND rep = :rep
  AND recipient = :recipient AND revision = :revision

-- name: delivery-accepted
SELECT * FROM deliveries WHERE report = ? AND period = ? AND territory = ? AND rep = ? AND (recipient = ? OR ? = '') AND state = 'accepted'
ORDER BY revision DESC, accepted DESC, recipient LIMIT 1

-- name: delivery-list
SELECT * FROM deliveries
WHERE (report = :report OR :report = '') AND (period = :period OR :period = '') AND (recipient = :recipient OR :recipient = '')
  AND (state = :state OR :state = '') AND (run = :run OR :run = 0)
ORDER BY report, period, territory, rep, recipient, revision

-- name: delivery-log
INSERT INTO delivery_log (report, period, territory, rep, recipient, revision, seq, state, edition, code, answer, at, run)
SELECT :report, :period, :territory, :rep, :recipient, :revision, COALESCE(MAX(seq), 0) + 1, :state, :edition, :code, :answer, :changed, :run
FROM delivery_log WHERE report = :report AND period = :period AND territory = :territory AND rep = :rep
  AND recipient = :recipient AND revision = :revision

-- name: delivery-history
SELECT state, edition, code, answer, at, run FROM delivery_log
WHERE report = ? AND period = ? AND territory = ? AND rep = ? AND recipient = ? AND revision = ? ORDER BY seq

-- name: delivery-open
SELECT * FROM deliveries WHERE state IN ('planned', 'rendered', 'spooled', 'sending', 'deferred')
ORDER BY report, period, territory, rep, recipient, revision
