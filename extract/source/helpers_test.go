package source_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"clientele/extract"
	"clientele/extract/source"
)

// sqliteFile makes a database file by running statements.
func sqliteFile(t testing.TB, statements ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shop data.db")
	execFile(t, path, statements...)
	return path
}

func execFile(t testing.TB, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// sqliteOptions describes a file with one kind.
func sqliteOptions(path string, k extract.Kind, sql string) source.Options {
	return source.Options{Name: "shop", Driver: "sqlite", DSN: path, Mappings: map[extract.Kind]source.Mapping{k: {Select: sql}}}
}

func open(t testing.TB, o source.Options) *source.Source {
	t.Helper()
	s, err := source.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func snapshot(t testing.TB, s *source.Source) *source.Snapshot {
	t.Helper()
	snap, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = snap.Close() })
	return snap
}

// read returns copies of the records of a kind, the rejects, and the error.
func read[T any, P extract.Of[T]](ctx context.Context, snap *source.Snapshot, k extract.Kind, w source.Window) (out []T, rejects []*extract.Reject, err error) {
	for r, e := range snap.Read(ctx, k, w) {
		if reject, ok := errors.AsType[*extract.Reject](e); ok {
			rejects = append(rejects, reject)
			continue
		}
		if e != nil {
			return out, rejects, e
		}
		out = append(out, *r.(P))
	}
	return out, rejects, nil
}

// readAll opens, reads one kind whole and fails on any error but rejects.
func readAll[T any, P extract.Of[T]](t testing.TB, o source.Options, k extract.Kind) ([]T, []*extract.Reject) {
	t.Helper()
	out, rejects, err := read[T, P](t.Context(), snapshot(t, open(t, o)), k, source.Window{})
	if err != nil {
		t.Fatal(err)
	}
	return out, rejects
}

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func writeFile(t testing.TB, dir, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
		t.Fatal(err)
	}
}
