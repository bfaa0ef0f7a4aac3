package warehouse

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

// empty is a warehouse just made, to copy: making one takes longer than most tests.
var empty = sync.OnceValues(func() (data []byte, err error) {
	dir, err := os.MkdirTemp("", "warehouse")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "w.db")
	db, err := Open(context.Background(), store.File(path), "")
	if err != nil {
		return nil, err
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// open opens a new warehouse.
func open(t testing.TB) *DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.db")
	data, err := empty()
	if err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return opened(t, store.File(path))
}

func begin(t testing.TB, db *DB, run transform.Run) *Staging {
	t.Helper()
	s, err := db.Begin(t.Context(), run, extract.Instant(run)*1_000_000)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Rollback() })
	return s
}

func commit(t testing.TB, s *Staging) Snapshot {
	t.Helper()
	shot, err := s.Commit(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return shot
}

// whole is how a source is read that may not lose anything.
var whole = Options{Full: true}

// lax tolerates everything.
var lax = Options{Full: true, MaxAside: 1, MaxVanished: 1}

// stage stages records of the source "shop".
func stage(t testing.TB, s *Staging, kind extract.Kind, o Options, records ...any) transform.Coverage {
	t.Helper()
	c, err := s.Stage(t.Context(), "shop", kind, feed(records...), o)
	if err != nil {
		t.Fatal(err)
	}
	if !c.Balanced() {
		t.Errorf("coverage does not balance: %+v", c)
	}
	return c
}

// feed streams records and errors.
func feed(records ...any) iter.Seq2[extract.Record, error] {
	return func(yield func(extract.Record, error) bool) {
		for _, r := range records {
			var ok bool
			switch r := r.(type) {
			case extract.Record:
				ok = yield(r, nil)
			case error:
				ok = yield(nil, r)
			}
			if !ok {
				return
			}
		}
	}
}

func order(id, party string, net int64) *extract.Order {
	return &extract.Order{
		Ref: extract.Ref{Source: "shop", ID: id}, Owner: extract.Owner{Party: party}, At: 1_000_000, Status: extract.Valid,
		Net: extract.Some(extract.Money(net) * extract.Unit),
	}
}

func line(order, id string, net int64) *extract.Line {
	return &extract.Line{Ref: extract.Ref{Source: "shop", ID: id}, Order: order, Quantity: extract.One, Net: extract.Some(extract.Money(net) * extract.Unit)}
}

func party(id, name string) *extract.Party {
	return &extract.Party{Ref: extract.Ref{Source: "shop", ID: id}, Name: name, Type: extract.Person, Status: extract.PartyActive}
}

func reject(id string) *extract.Reject {
	return &extract.Reject{Ref: extract.Ref{Source: "shop", ID: id}, Kind: extract.Orders, Fault: extract.Fault{Field: "at", Value: "2026-02-30", Reason: "no such day"}}
}

// orders makes n orders of which number i is worth i units.
func orders(n int) []any {
	list := make([]any, n)
	for i := range list {
		list[i] = order(strconv.Itoa(i), "p"+strconv.Itoa(i%7), int64(i))
	}
	return list
}

// all gathers a stream.
func all[T any](t testing.TB, stream iter.Seq2[*T, error]) []T {
	t.Helper()
	var list []T
	for v, err := range stream {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, *v)
	}
	return list
}

func staged(t testing.TB, db *DB, run transform.Run) []extract.Order {
	t.Helper()
	return all(t, Records[extract.Order](t.Context(), db, extract.Orders, run))
}

// ids lists what is kept of the orders after a run as id=net.
func ids(t testing.TB, db *DB, run transform.Run) string {
	t.Helper()
	text := ""
	for _, o := range staged(t, db, run) {
		text += o.ID + "=" + o.Net.Value.String() + " "
	}
	return text
}

func digestOf(t testing.TB, db *DB, run transform.Run) string {
	t.Helper()
	d, err := db.Digest(context.WithoutCancel(t.Context()), run)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
