package warehouse

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
)

// A note is a row as a metric would keep it.
type note struct {
	ID     string
	Net    extract.Opt[extract.Money]
	Orders int64
	Gone   bool
}

func (n *note) Fields() []extract.Field {
	return []extract.Field{{Name: "id", Ptr: &n.ID}, {Name: "net", Ptr: &n.Net}, {Name: "orders", Ptr: &n.Orders}, {Name: "gone", Ptr: &n.Gone}}
}

// A newer note has another column.
type newer struct{ note }

func (n *newer) Fields() []extract.Field { return n.note.Fields()[:3] }

func notes(list ...note) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for _, n := range list {
			if !yield(&n, nil) {
				return
			}
		}
	}
}

func TestAMeasureIsReadBackEqual(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		m := Measure{
			Key: "2026-11-01/abc", Run: 7,
			Blobs:   []Blob{{"zeta", []byte(strings.Repeat("profit ", 500))}, {"alpha", nil}},
			Figures: []KeyFigure{{"", "revenue", "12.50"}, {"north", "revenue", "2.50"}},
		}
		list := []note{{ID: "", Orders: -1}, {ID: "A", Net: extract.Some(extract.Money(0)), Gone: true}, {ID: "B", Net: extract.Some(extract.Money(-5)), Orders: 1 << 60}}
		for range 2 { // saving again replaces
			if err := db.SaveMeasure(t.Context(), m, notes(list[2], list[0], list[1])); err != nil {
				t.Fatal(err)
			}
		}
		have, ok, err := db.Measure(t.Context(), m.Key)
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		m.Blobs[1].Body = []byte{}
		if d := cmp.Diff(m, have); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff(list, all(t, MeasureRows[note](t.Context(), db, m.Key))); d != "" {
			t.Error(d)
		}
	})
}

func TestAMeasureMayHaveNoRows(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		if err := db.SaveMeasure(t.Context(), Measure{Key: "m"}, nil); err != nil {
			t.Fatal(err)
		}
		if rows := all(t, MeasureRows[note](t.Context(), db, "m")); len(rows) != 0 {
			t.Errorf("%v", rows)
		}
	})
}

func TestAMeasureIsThereWholeOrNotAtAll(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		if err := db.SaveMeasure(t.Context(), Measure{Key: "m", Run: 1}, notes(note{ID: "A"})); err != nil {
			t.Fatal(err)
		}
		broken := errors.New("the fold broke")
		err := db.SaveMeasure(t.Context(), Measure{Key: "m", Run: 2}, func(yield func(Row, error) bool) {
			_ = yield(&note{ID: "B"}, nil) && yield(nil, broken)
		})
		if !errors.Is(err, broken) {
			t.Errorf("error %v", err)
		}
		if m, ok, err := db.Measure(t.Context(), "m"); m.Run != 1 || !ok || err != nil {
			t.Errorf("%+v %v %v", m, ok, err)
		}
		if rows := all(t, MeasureRows[note](t.Context(), db, "m")); len(rows) != 1 || rows[0].ID != "A" {
			t.Errorf("%v", rows)
		}
	})
}

func TestMeasuresAreListedAndDropped(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		for _, key := range []string{"b", "a"} {
			if err := db.SaveMeasure(t.Context(), Measure{Key: key, Blobs: []Blob{{"x", nil}}, Figures: []KeyFigure{{"", "x", "1"}}}, notes(note{ID: "A"})); err != nil {
				t.Fatal(err)
			}
		}
		if keys, err := db.Measures(t.Context()); err != nil || cmp.Diff([]string{"a", "b"}, keys) != "" {
			t.Errorf("%v %v", keys, err)
		}
		if err := db.DropMeasure(t.Context(), "a"); err != nil {
			t.Fatal(err)
		}
		if _, ok, err := db.Measure(t.Context(), "a"); ok || err != nil {
			t.Errorf("dropped, but there: %v", err)
		}
		for _, table := range []string{"measures", "figures", "customer_figures", "key_figures"} {
			if n := count(t, db, table); n != 1 {
				t.Errorf("%s: %d rows, want 1", table, n)
			}
		}
	})
}

func TestRowsOfAnotherVersionAreRefused(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		if err := db.SaveMeasure(t.Context(), Measure{Key: "m"}, notes(note{ID: "A"})); err != nil {
			t.Fatal(err)
		}
		for _, err := range MeasureRows[newer](t.Context(), db, "m") {
			if !errors.Is(err, ErrLayout) {
				t.Errorf("error %v", err)
			}
		}
	})
}

func TestTheFiguresOfACustomerFit(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		f := &transform.Figures{}
		f.ID = "A"
		err := db.SaveMeasure(context.Background(), Measure{Key: "m"}, func(yield func(Row, error) bool) { yield(f, nil) })
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff([]transform.Figures{*f}, all(t, MeasureRows[transform.Figures](t.Context(), db, "m"))); d != "" {
			t.Error(d)
		}
	})
}
