package store_test

import (
	"context"
	"testing"
	"time"

	"github.com/jmoiron/sqlx"

	"clientele/transform/store"
)

// Who panics in a transaction is caught further up and goes on: a transaction left
// open would keep the next one waiting for ever.
func TestAPanicUndoesItsTransactionAndHoldsUpNobody(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		db := open(t, o, schema(nil))
		insert := func(tx *sqlx.Tx) error {
			_, err := tx.Exec("INSERT INTO a (k, v) VALUES ('one', 1)")
			return err
		}
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic went no further")
				}
			}()
			_ = db.Write(t.Context(), func(tx *sqlx.Tx) error { panic(insert(tx)) }) // nil is a panic too
		}()
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		must(t, db.Write(ctx, insert)) // a row that had stayed would be in its way
	})
}
