package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
)

// example copies a configuration of docs/examples into a folder of its own, where it
// writes its stores, and returns its path.
func example(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../../docs/examples", name))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// ask runs a query that returns texts, one slice a row.
func ask(t *testing.T, driver, dsn, query string, args ...any) [][]string {
	t.Helper()
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(t.Context(), query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for rows.Next() {
		cells, into := make([]sql.NullString, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		row := make([]string, len(names))
		for i, c := range cells {
			row[i] = c.String
		}
		all = append(all, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// customers returns whose each record of a source is, as the SQLite warehouse keeps it.
func customers(t *testing.T, warehouse, source string) map[string]string {
	t.Helper()
	of := map[string]string{}
	for _, row := range ask(t, "sqlite", warehouse, "SELECT id, customer FROM links WHERE source = ? AND to_run IS NULL", source) {
		of[row[0]] = row[1]
	}
	return of
}
