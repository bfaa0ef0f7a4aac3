package warehouse

import (
	"context"
	"fmt"
	"iter"

	"github.com/jmoiron/sqlx"

	"clientele/extract"
	"clientele/transform"
)

// Records streams the records of a kind that held after a run, in order of their
// key: source and id, for lines source, order and id. Each is the caller's to keep.
func Records[T any, P extract.Of[T]](ctx context.Context, db *DB, kind extract.Kind, run transform.Run) iter.Seq2[*T, error] {
	t := db.tables[kind]
	if t == nil {
		return broken[*T](fmt.Errorf("read %s: there is no such kind", kind))
	}
	if _, ok := t.empty().(P); !ok {
		return broken[*T](fmt.Errorf("read %s: they are of type %T, not %T", kind, t.empty(), P(nil)))
	}
	return stream[T, P](ctx, db.Reads, t, run)
}

func broken[T any](err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		yield(none, err)
	}
}

func stream[T any, P extract.Of[T]](ctx context.Context, q sqlx.QueryerContext, t *table, run transform.Run) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		rec := P(new(T))
		c, err := openCursor(ctx, q, t, run, rec)
		if err != nil {
			yield(nil, err)
			return
		}
		defer c.close()
		for c.next() {
			one := *rec
			if !yield((*T)(&one), nil) {
				return
			}
		}
		if c.err != nil {
			yield(nil, c.err)
		}
	}
}

// collect returns all records of a kind that held after a run.
func collect[T any, P extract.Of[T]](ctx context.Context, q sqlx.QueryerContext, t *table, run transform.Run) ([]T, error) {
	var list []T
	for rec, err := range stream[T, P](ctx, q, t, run) {
		if err != nil {
			return nil, err
		}
		list = append(list, *rec)
	}
	return list, nil
}
