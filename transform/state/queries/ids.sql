-- name: xref-list
SELECT source, id, customer FROM xref ORDER BY source, id

-- name: xref-set
REPLACE INTO xref (source, id, customer, run) VALUES (?, ?, ?, ?)

-- name: xref-delete
DELETE FROM xref WHERE (source = ? AND id = ?)

-- name: id-list
SELECT * FROM ids ORDER BY id

-- name: id-get
SELECT * FROM ids WHERE id = ?

-- name: id-insert
INSERT INTO ids (id, founder_source, founder_id, n, born, retired, forward) VALUES (?, ?, ?, ?, ?, 0, '')

-- name: id-retire
UPDATE ids SET retired = ?, forward = ? WHERE id = ? AND retired = 0

-- name: id-revive
UPDATE ids SET retired = 0, forward = '' WHERE id = ? AND retired > 0

-- name: id-count
SELECT COUNT(*) FROM ids WHERE id = ?

-- name: id-misplaced
SELECT x.source, x.id, x.customer FROM xref x LEFT JOIN ids i ON i.id = x.customer
WHERE i.id IS NULL OR i.retired > 0 ORDER BY x.source, x.id LIMIT 1

-- name: id-empty
SELECT i.id FROM ids i WHERE i.retired = 0 AND NOT EXISTS (SELECT 1 FROM xref x WHERE x.customer = i.id) ORDER BY i.id LIMIT 1

-- name: event-highest
SELECT COALESCE(MAX(seq), 0) FROM id_events WHERE run = ?

-- name: event-insert
INSERT INTO id_events (run, seq, kind, id, forward, reason) VALUES (?, ?, ?, ?, ?, ?)

-- name: event-list
SELECT run, kind, id, forward, reason FROM id_events WHERE id = ? OR forward = ? ORDER BY run, seq
