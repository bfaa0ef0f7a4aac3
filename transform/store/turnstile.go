package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
)

// patience is how long one process waits for another to end its migration.
const patience = 300

// A turnstile lets one process at a time change the schema of a MySQL database,
// where every statement that does commits at once. It is the connection's: if the
// process dies the server opens it.
type turnstile struct{ table string }

// through does work that looks at the schema and changes it while no other process
// does: between the making of a table and its first row lies a moment in which
// nobody may look.
func (t turnstile) through(ctx context.Context, db *sql.DB, work func() error) (err error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	name, err := t.enter(ctx, conn)
	if err != nil {
		return err
	}
	defer func() {
		_, left := conn.ExecContext(context.WithoutCancel(ctx), "DO RELEASE_LOCK(?)", name)
		err = errors.Join(err, left)
	}()
	return work()
}

func (t turnstile) enter(ctx context.Context, conn *sql.Conn) (string, error) {
	name, err := t.name(ctx, conn)
	if err != nil {
		return "", err
	}
	var got sql.NullBool
	if err := conn.QueryRowContext(ctx, "SELECT GET_LOCK(?, ?)", name, patience).Scan(&got); err != nil {
		return "", err
	}
	if !got.Bool {
		return "", errors.New("another process is changing the schema, wait for it to end")
	}
	return name, nil
}

// name returns the lock's name, which is the whole server's and may be 64
// characters long.
func (t turnstile) name(ctx context.Context, conn *sql.Conn) (string, error) {
	var database string
	err := conn.QueryRowContext(ctx, "SELECT DATABASE()").Scan(&database)
	return fmt.Sprintf("clientele_%x", sha256.Sum256([]byte(database+"\n"+t.table)))[:40], err
}
