package demo

import (
	"context"
	"database/sql"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"clientele/extract"
)

// mapped is what a test needs of a configuration.
type mapped struct {
	Sources map[string]struct {
		Driver, DSN string
		Records     map[string]string
	}
}

func mappings(t *testing.T, text []byte) mapped {
	t.Helper()
	var m mapped
	if err := yaml.Unmarshal(text, &m); err != nil {
		t.Fatalf("read the configuration: %v", err)
	}
	return m
}

// written writes a company and returns the folder.
func written(t *testing.T, c *Company) string {
	t.Helper()
	dir := t.TempDir()
	files, err := c.WriteSQLite(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, filepath.Base(f))
	}
	if want := []string{"shop.db", "billing.db", "helpdesk.db", "truth.csv"}; !slices.Equal(names, want) {
		t.Fatalf("wrote %v, want %v", names, want)
	}
	return dir
}

func TestEveryMappingReadsItsFile(t *testing.T) {
	c := made(t, Options{Seed: 4, Customers: 300})
	dir := written(t, c)
	m := mappings(t, Config(dir, c.Options()))
	checkMappings(t, m, c, func(dsn string) (*sql.DB, error) { return sql.Open("sqlite", dsn) })
}

// checkMappings runs every SELECT and holds its columns against the contract of its
// kind, and the parties it gives against the truth.
func checkMappings(t *testing.T, m mapped, c *Company, open func(dsn string) (*sql.DB, error)) {
	t.Helper()
	kinds := map[string]bool{}
	for _, source := range databases() {
		db, err := open(m.Sources[source].DSN)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		for _, kind := range extract.Kinds() {
			if query, ok := m.Sources[source].Records[string(kind)]; ok {
				kinds[string(kind)] = true
				checkMapping(t, db, source, kind, query)
			}
		}
		checkTruth(t, db, c, source, m.Sources[source].Records[string(extract.Parties)])
	}
	for _, kind := range extract.Kinds() {
		if !kinds[string(kind)] {
			t.Errorf("no source maps %s", kind)
		}
	}
}

func checkMapping(t *testing.T, db *sql.DB, source string, kind extract.Kind, query string) {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Errorf("%s of %s: %v", kind, source, err)
		return
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	given := map[string]bool{}
	for _, name := range columns {
		if given[name] {
			t.Errorf("%s of %s: column %s twice", kind, source, name)
		}
		given[name] = true
	}
	for _, field := range extract.New(kind).Fields() {
		if field.Need && !given[field.Name] {
			t.Errorf("%s of %s: no column %s", kind, source, field.Name)
		}
		delete(given, field.Name)
	}
	for _, name := range columns {
		if given[name] {
			t.Errorf("%s of %s: column %s is no field", kind, source, name)
		}
	}
	checkRows(t, rows, columns, source, kind)
}

// checkRows reads all rows: some there must be, and closed lists must be kept to.
func checkRows(t *testing.T, rows *sql.Rows, columns []string, source string, kind extract.Kind) {
	t.Helper()
	cells, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	words := make([][]string, len(columns))
	for _, field := range extract.New(kind).Fields() {
		if i := slices.Index(columns, field.Name); i >= 0 {
			words[i] = field.OneOf
		}
	}
	n := 0
	for ; rows.Next(); n++ {
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		for i, allowed := range words {
			if allowed != nil && cells[i].String != "" && !slices.Contains(allowed, cells[i].String) {
				t.Fatalf("%s of %s: %s is %q, allowed are %s", kind, source, columns[i], cells[i].String, strings.Join(allowed, ", "))
			}
		}
	}
	if err := rows.Err(); err != nil || n == 0 {
		t.Errorf("%s of %s: %d rows, %v", kind, source, n, err)
	}
}

// checkTruth compares the ids of the parties with those the truth knows.
func checkTruth(t *testing.T, db *sql.DB, c *Company, source, query string) {
	t.Helper()
	known := map[string]bool{}
	for _, who := range c.Truth() {
		if who.Source == source {
			if known[who.ID] {
				t.Errorf("the truth knows %s of %s twice", who.ID, source)
			}
			known[who.ID] = true
		}
	}
	rows, err := db.Query("SELECT id FROM (" + query + ") AS p")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var id string
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		if !known[id] {
			t.Errorf("party %s of %s is not in the truth", id, source)
		}
	}
	if err := rows.Err(); err != nil || n != len(known) {
		t.Errorf("%s has %d parties, the truth %d, %v", source, n, len(known), err)
	}
}

func TestConfigFindsFilesBesideItself(t *testing.T) {
	m := mappings(t, Config("", Options{}))
	if got := m.Sources[shop].DSN; got != "shop.db" {
		t.Errorf("the shop is at %q, want shop.db", got)
	}
	m = mappings(t, Config("data", Options{}))
	if got := m.Sources[helpdesk].DSN; got != filepath.Join("data", "helpdesk.db") {
		t.Errorf("the helpdesk is at %q", got)
	}
}
