package demo

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
)

// told writes what Parties gives of a party in the words of a mapping.
func told(p *extract.Party) string {
	var b strings.Builder
	for _, f := range p.Fields() {
		switch v := f.Ptr.(type) {
		case *string:
			fmt.Fprintf(&b, "%s=%s|", f.Name, *v)
		case *extract.Day:
			if f.Name == "born" && *v != 0 {
				fmt.Fprintf(&b, "born=%s|", strings.ReplaceAll(v.String(), "-", ""))
			}
		}
	}
	return b.String()
}

func TestPartiesAreThoseTheMappingsRead(t *testing.T) {
	c := made(t, Options{Seed: 9, Customers: 400})
	m := mappings(t, Config(written(t, c), c.Options()))
	want := map[extract.Ref]string{}
	for _, source := range databases() {
		db, err := sql.Open("sqlite", m.Sources[source].DSN)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		maps.Copy(want, mappedParties(t, db, source, m.Sources[source].Records[string(extract.Parties)]))
	}
	truth := map[extract.Ref]Identity{}
	for _, who := range c.Truth() {
		truth[who.Ref] = who
	}
	n := 0
	for p, who := range c.Parties() {
		n++
		if got := told(p); got != want[p.Ref] {
			t.Fatalf("%v is\n%s, the mapping reads\n%s", p.Ref, got, want[p.Ref])
		}
		if who != truth[p.Ref] || who.Entity == "" {
			t.Fatalf("%v is %v, in truth %v", p.Ref, who, truth[p.Ref])
		}
	}
	if n != len(want) || n != len(truth) {
		t.Errorf("%d parties, the mappings read %d, the truth knows %d", n, len(want), len(truth))
	}
	for range c.Parties() {
		break // ending early must not tell on
	}
}

// mappedParties runs a mapping and writes its parties in the same words.
func mappedParties(t *testing.T, db *sql.DB, source, query string) map[extract.Ref]string {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	left := []string{"segment", "territory", "rep", "acquired_through", "acquisition_cost", "exit_reason", "competitor", "exit_on", "created", "changed"}
	out := map[extract.Ref]string{}
	for rows.Next() {
		row, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		p, born := extract.Party{Ref: extract.Ref{Source: source}}, ""
		for _, f := range p.Fields() {
			i := slices.Index(columns, f.Name)
			if i < 0 || slices.Contains(left, f.Name) {
				continue
			}
			if to, ok := f.Ptr.(*string); ok {
				*to = row[i].String
			} else if f.Name == "born" && row[i].Valid {
				born = row[i].String
			}
		}
		if born != "" {
			p.Born = cells{map[string]int{"born": 0}, []any{born}}.day("born")
		}
		out[p.Ref] = told(&p)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
