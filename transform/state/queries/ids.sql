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
UPDATE ids SET retired = ?, forward = ? WHERE id = ? AND forward = '' AND (retired = 0 OR ? <> '')

-- name: id-revive
UPDATE ids SET retired = 0 WHERE id = ? AND retired > 0 AND forward = ''

-- name: id-count
SELECT COUNT(*) FROM ids WHERE id = ?

-- name: id-misplaced
SELECT x.source, x.id, x.customer FROM xref x LEFT JOIN ids i ON i.id = x.customer
WHERE i.id IS NULL OR i.forward <> '' ORDER BY x.source, x.id LIMIT 1

-- name: id-empty
SELECT i.id FROM ids i WHERE i.retired = 0 AND NOT EXISTS (SELECT 1 FROM xref x WHERE x.customer = i.id) ORDER BY i.id LIMIT 1

-- name: id-astray
SELECT i.id, i.forward FROM ids i LEFT JOIN ids t ON t.id = i.forward
WHERE i.retired = ? AND i.forward <> '' AND (t.id IS NULL OR t.retired > 0) ORDER BY i.id LIMIT 1

-- name: id-forwards
SELECT i.id, i.retired, i.forward, COALESCE(r.started, 0) AS at FROM ids i LEFT JOIN runs r ON r.id = i.retired
WHERE i.retired > 0 AND i.retired <= ? ORDER BY i.id

-- name: event-highest
SELECT COALESCE(MAX(seq), 0) FROM id_events WHERE run = ?

-- name: event-insert
INSERT INTO id_events (run, seq, kind, id, forward, reason, records) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: event-history
SELECT e.run, COALESCE(r.started, 0) AS at, e.kind, e.id, e.forward, e.reason, e.records
FROM id_events e LEFT JOIN runs r ON r.id = e.run WHERE e.id = ? OR e.forward = ? ORDER BY e.run, e.seq

-- name: event-all
SELECT e.run, COALESCE(r.started, 0) AS at, e.kind, e.id, e.forward, e.reason, e.records
FROM id_events e LEFT JOIN runs r ON r.id = e.run WHERE e.run > ? AND e.run <= ? ORDER BY e.run, e.seq

-- name: xref-of
SELECT source, id FROM xref WHERE customer = ? ORDER BY source, id

-- name: run-started
SELECT started FROM runs WHERE id = ?
