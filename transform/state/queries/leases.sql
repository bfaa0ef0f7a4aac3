-- name: lease-take
UPDATE leases SET owner = ?, holder = ?, fence = ?, since = ?, expires = ? WHERE name = ? AND fence = ? AND expires = ?

-- name: lease-touch
UPDATE leases SET since = since + 1 WHERE name = ?

-- name: lease-insert
INSERT INTO leases (name, owner, holder, fence, since, expires) VALUES (:name, :owner, :holder, :fence, :since, :expires)

-- name: lease-list
SELECT * FROM leases ORDER BY name

-- name: lease-free
REPLACE INTO leases (name, owner, fence, since, expires) VALUES (?, '', ?, 0, 0)

-- name: lease-get
SELECT * FROM leases WHERE name = ?

-- name: lease-renew
UPDATE leases SET expires = ? WHERE name = ? AND fence = ? AND expires > 0

-- name: lease-end
UPDATE leases SET expires = 0 WHERE name = ? AND fence = ? AND expires > 0

-- name: run-fence
SELECT r.fence, r.status, COALESCE((SELECT MAX(l.fence) FROM leases l WHERE l.name = ?), 0) AS latest FROM runs r WHERE r.id = ?
