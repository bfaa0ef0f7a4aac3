package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// realData returns the folder of real data, which only some machines have.
func realData(t *testing.T) string {
	dir := os.Getenv("CLIENTELE_DATA")
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: no real data here")
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// testServer returns the DSN of a server of our own, up to the database's name.
func testServer(t *testing.T) string {
	dsn := os.Getenv("CLIENTELE_TEST_MYSQL")
	if dsn == "" {
		t.Skip("CLIENTELE_TEST_MYSQL is not set: no MySQL or MariaDB to ask")
	}
	return dsn
}

// loadDump fills a new database from a compressed dump, statement by statement.
func loadDump(t *testing.T, server, name, path string) {
	ctx := t.Context()
	db, err := sql.Open("mysql", server)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	exec := func(text string) {
		if _, err := conn.ExecContext(ctx, text); err != nil {
			t.Fatalf("load %s: %.80s: %v", name, text, err)
		}
	}
	exec("DROP DATABASE IF EXISTS " + name)
	exec("CREATE DATABASE " + name + " CHARACTER SET utf8mb4")
	exec("USE " + name)
	t.Cleanup(func() { dropDatabase(server, name) })
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for statement := range statements(text) {
		exec(statement)
	}
}

func dropDatabase(server, name string) {
	db, err := sql.Open("mysql", server)
	if err != nil {
		return
	}
	defer db.Close()
	_, _ = db.ExecContext(context.Background(), "DROP DATABASE IF EXISTS "+name)
}

// statements splits a dump where a line ends in a semicolon.
func statements(r io.Reader) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, 64<<20)
		var text strings.Builder
		for lines.Scan() {
			line := lines.Text()
			if text.Len() == 0 && (line == "" || strings.HasPrefix(line, "--")) {
				continue
			}
			text.WriteString(line + "\n")
			if strings.HasSuffix(line, ";") {
				if !yield(text.String()) {
					return
				}
				text.Reset()
			}
		}
	}
}

// mustRun runs the program and returns what it printed.
func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), args, &stdout, &stderr); code != exitOK {
		t.Fatalf("clientele %s: exit %d\n%s\n%s", strings.Join(args, " "), code, stdout.String(), stderr.String())
	}
	soundBooks(t, args)
	return stdout.String()
}
