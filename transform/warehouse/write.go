package warehouse

import (
	"context"
	"errors"
	"fmt"

	"github.com/jmoiron/sqlx"

	"clientele/transform/store"
)

// ErrBusy says that a refresh is being written; nobody else may write until it is
// committed or rolled back.
var ErrBusy = errors.New("a refresh is being written to the warehouse, wait for it to end")

// write runs a deed in a transaction of its own.
func (db *DB) write(ctx context.Context, deed func(*txn) error) error {
	if db.staging.Load() {
		return ErrBusy
	}
	tx, err := db.hold(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a panic: nobody else would
	if err := deed(tx); err != nil {
		return errors.Join(told(ctx, err), tx.undo())
	}
	return told(ctx, tx.Commit())
}

// A txn is a transaction that writes.
type txn struct {
	*sqlx.Tx
	room int // bytes a statement may have
}

// hold begins to write. One at a time does, in any process: SQLite sees to that
// itself, with others a row that is held until the end does. That must come before
// the first read, so that what is read is what the one before has left.
func (db *DB) hold(ctx context.Context) (*txn, error) {
	inner, err := db.Writes.BeginTxx(ctx, nil)
	if err != nil {
		return nil, told(ctx, err)
	}
	tx := &txn{Tx: inner}
	if _, err = tx.ExecContext(ctx, db.sql("hold")); err == nil {
		tx.room, err = db.roomOf(ctx, tx)
	}
	if err == nil {
		return tx, nil
	}
	if store.Retryable(err) {
		err = fmt.Errorf("%w; should nobody write, the server still waits for a program that died: end its connection (SHOW PROCESSLIST, KILL): %w", ErrBusy, err)
	}
	return nil, errors.Join(told(ctx, err), tx.undo())
}

// roomSQL asks a server for the longest statement it takes.
const roomSQL = "SELECT @@max_allowed_packet"

// roomOf returns how many bytes the database takes with one statement.
func (db *DB) roomOf(ctx context.Context, tx *txn) (int, error) {
	const inFile, head = 1 << 29, 1 << 10
	if db.Name == store.SQLite {
		return inFile, nil
	}
	var packet int
	err := tx.GetContext(ctx, &packet, roomSQL)
	return packet - head, err
}

func (tx *txn) undo() error { return store.Undo(tx.Tx) }

// told adds the remedy to an error. What was cancelled says so, whatever broke
// because of it.
func told(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return store.Explain(err)
}
