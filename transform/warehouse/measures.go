package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"clientele/extract"
	"clientele/transform"
)

// A Measure is what one fold computed: a blob per metric in a given order, key
// figures, and, kept apart, one row per customer.
type Measure struct {
	Key     string        // what it was computed from: day, snapshot, settings
	Run     transform.Run // which run computed it
	Blobs   []Blob
	Figures []KeyFigure
}

// A Blob is the stored result of one metric.
type Blob struct {
	Name string
	Body []byte
}

// A KeyFigure is one named number of one scope, written as the metric writes it.
type KeyFigure struct {
	Scope string
	Name  string
	Value string
}

// A Row is what a measure keeps of one customer. Its first field is a text, the
// customer's id.
type Row interface {
	Fields() []extract.Field
}

// RowOf is a row of type T, addressed through its pointer.
type RowOf[T any] interface {
	*T
	Row
}

// ErrLayout says that a measure was stored by a version of the program whose rows
// have other columns.
var ErrLayout = errors.New("the figures were stored by another version of clientele: measure again")

// SaveMeasure stores a measure and its rows, replacing what was stored under its
// key. It is all there or not at all. A row may be reused from step to step.
func (db *DB) SaveMeasure(ctx context.Context, m Measure, rows iter.Seq2[Row, error]) error {
	err := db.write(ctx, func(tx *txn) error {
		if err := db.drop(ctx, tx, m.Key); err != nil {
			return err
		}
		layout, err := db.saveRows(ctx, tx, m.Key, rows)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, db.sql("save_measure"), m.Key, m.Run, layout); err != nil {
			return err
		}
		return errors.Join(db.saveBlobs(ctx, tx, m), db.saveKeyFigures(ctx, tx, m))
	})
	if err != nil {
		return fmt.Errorf("save measure %s: %w", m.Key, err)
	}
	return nil
}

func (db *DB) saveBlobs(ctx context.Context, tx *txn, m Measure) error {
	for i, b := range m.Blobs {
		body, err := deflate(b.Body)
		if err != nil {
			return fmt.Errorf("compress %s: %w", b.Name, err)
		}
		if _, err := tx.ExecContext(ctx, db.sql("save_figure"), m.Key, b.Name, i, body); err != nil {
			return fmt.Errorf("write %s: %w", b.Name, err)
		}
	}
	return nil
}

func (db *DB) saveKeyFigures(ctx context.Context, tx *txn, m Measure) error {
	for _, f := range m.Figures {
		if _, err := tx.ExecContext(ctx, db.sql("save_key_figure"), m.Key, f.Scope, f.Name, f.Value); err != nil {
			return fmt.Errorf("write key figure %s: %w", f.Name, err)
		}
	}
	return nil
}

// Measure returns a stored measure, false where nothing is stored under the key.
// Blobs come in the order they were saved, key figures in order of scope and name.
func (db *DB) Measure(ctx context.Context, key string) (Measure, bool, error) {
	m := Measure{Key: key}
	head, ok, err := db.measure(ctx, key)
	if err != nil || !ok {
		return m, false, err
	}
	m.Run = head.Run
	if err := db.Reads.SelectContext(ctx, &m.Blobs, db.sql("figures"), key); err != nil {
		return m, false, fmt.Errorf("read figures of %s: %w", key, told(ctx, err))
	}
	for i, b := range m.Blobs {
		if m.Blobs[i].Body, err = inflate(b.Body); err != nil {
			return m, false, fmt.Errorf("read figures of %s, %s: %w", key, b.Name, err)
		}
	}
	if err := db.Reads.SelectContext(ctx, &m.Figures, db.sql("key_figures"), key); err != nil {
		return m, false, fmt.Errorf("read key figures of %s: %w", key, told(ctx, err))
	}
	return m, true, nil
}

// measureHead is what stands in the table of measures.
type measureHead struct {
	Run    transform.Run
	Layout string
}

func (db *DB) measure(ctx context.Context, key string) (measureHead, bool, error) {
	var head measureHead
	err := db.Reads.GetContext(ctx, &head, db.sql("measure"), key)
	if errors.Is(err, sql.ErrNoRows) {
		return head, false, nil
	}
	if err != nil {
		return head, false, fmt.Errorf("read measure %s: %w", key, told(ctx, err))
	}
	return head, true, nil
}

// Measures lists the keys of all stored measures, the oldest first.
func (db *DB) Measures(ctx context.Context) ([]string, error) {
	var keys []string
	if err := db.Reads.SelectContext(ctx, &keys, db.sql("measures")); err != nil {
		return nil, fmt.Errorf("list measures: %w", told(ctx, err))
	}
	return keys, nil
}

// DropMeasure removes a measure; one that is not there is no error.
func (db *DB) DropMeasure(ctx context.Context, key string) error {
	if err := db.write(ctx, func(tx *txn) error { return db.drop(ctx, tx, key) }); err != nil {
		return fmt.Errorf("drop measure %s: %w", key, err)
	}
	return nil
}

func (db *DB) drop(ctx context.Context, tx *txn, key string) error {
	for _, q := range []string{"drop_measure", "drop_figures", "drop_customer_figures", "drop_key_figures"} {
		if _, err := tx.ExecContext(ctx, db.sql(q), key); err != nil {
			return err
		}
	}
	return nil
}
