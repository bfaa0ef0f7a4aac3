package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/jmoiron/sqlx"
)

// tries is how often a transaction is begun anew that stood in another's way.
const tries = 8

// Write does work in one transaction: all of it is kept or nothing. Where the
// server undid it in favour of another, work is done again from its beginning, so
// it must not add to what an earlier turn left outside.
func (db *DB) Write(ctx context.Context, work func(*sqlx.Tx) error) error {
	for turn := 1; ; turn++ {
		err := transact(ctx, db.Writes, nil, work)
		if err == nil || turn == tries || !Retryable(err) {
			return Explain(err)
		}
		if err := pause(ctx, time.Duration(turn)*10*time.Millisecond); err != nil {
			return err
		}
	}
}

// Look lets work read one unchanging state of the store.
func (db *DB) Look(ctx context.Context, work func(*sqlx.Tx) error) error {
	return Explain(transact(ctx, db.Reads, &sql.TxOptions{ReadOnly: true}, work))
}

func transact(ctx context.Context, on *sqlx.DB, o *sql.TxOptions, work func(*sqlx.Tx) error) error {
	tx, err := on.BeginTxx(ctx, o)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a panic: nobody else would
	if err := work(tx); err != nil {
		return errors.Join(err, Undo(tx))
	}
	return tx.Commit()
}

// Undo rolls a transaction back. One that ended by itself, because its context
// was cancelled or its connection lost, is undone already.
func Undo(tx *sqlx.Tx) error {
	err := tx.Rollback()
	if errors.Is(err, sql.ErrTxDone) || errors.Is(Explain(err), ErrUnreachable) {
		return nil
	}
	return err
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-time.After(d):
		return nil
	}
}
