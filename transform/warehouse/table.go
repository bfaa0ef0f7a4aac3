package warehouse

import (
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// The kinds of what is kept like records but comes from no source.
const (
	linkKind     extract.Kind = "links"
	customerKind extract.Kind = "customers"
)

// A table keeps one kind of record, appended on change. Its key is the source (but
// for customers, who have none), keys, and the run the row came with.
type table struct {
	kind     extract.Kind
	name     string
	bySource bool
	keys     []string // the first leads look-ups: a line is found by its order
	keyAt    []int    // where the keys stand among the fields
	columns  []string // names of the fields
	valued   bool     // rows carry what they are worth
	empty    func() extract.Record
}

// tables lists the table of every kind.
func tables() (map[extract.Kind]*table, error) {
	all := map[extract.Kind]*table{}
	for _, k := range append(extract.Kinds(), linkKind, customerKind) {
		t := tableOf(k)
		if err := t.learn(); err != nil {
			return nil, fmt.Errorf("table %s: %w", t.name, err)
		}
		all[k] = t
	}
	return all, nil
}

func tableOf(k extract.Kind) *table {
	switch k {
	case linkKind:
		return &table{kind: k, name: "links", bySource: true, keys: []string{"id"}, empty: func() extract.Record { return &linkRow{} }}
	case customerKind:
		return &table{kind: k, name: "customers", keys: []string{"id"}, empty: func() extract.Record { return &customerRow{} }}
	}
	t := &table{kind: k, name: "staged_" + string(k), bySource: true, keys: []string{"id"}, empty: func() extract.Record { return extract.New(k) }}
	if k == extract.Lines {
		t.keys = []string{"order", "id"} // so that lines are stored next to their order
	}
	return t
}

// learn takes the columns from an empty record's fields.
func (t *table) learn() error {
	rec := t.empty()
	_, t.valued = rec.(extract.Valued)
	for _, f := range rec.Fields() {
		if _, err := formOf(f); err != nil {
			return err
		}
		t.columns = append(t.columns, f.Name)
	}
	for _, k := range t.keys {
		t.keyAt = append(t.keyAt, position(t.columns, k))
	}
	return nil
}

func position(list []string, s string) int {
	for i, v := range list {
		if v == s {
			return i
		}
	}
	return -1
}

// A linkRow is a link as the tables keep it.
type linkRow struct{ transform.Link }

// Fields implements extract.Record.
func (l *linkRow) Fields() []extract.Field {
	return []extract.Field{
		{Name: "id", Ptr: &l.ID, Need: true},
		{Name: "customer", Ptr: (*string)(&l.Customer), Need: true},
		{Name: "reason", Ptr: &l.Reason},
		{Name: "with_source", Ptr: &l.With.Source},
		{Name: "with_id", Ptr: &l.With.ID},
		{Name: "told", Ptr: &l.Told},
	}
}

// A customerRow is a golden record as the tables keep it: of no source.
type customerRow struct {
	transform.Customer
	none extract.Ref
}

// Key implements extract.Record.
func (c *customerRow) Key() *extract.Ref { return &c.none }
