package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clientele/extract/demo"
)

// TestTheDemoIsTheSameOnAServer runs the generated company twice: everything in
// SQLite files, and sources, warehouse and state each on a MySQL or MariaDB server.
// Every workbook must be the same to the byte.
func TestTheDemoIsTheSameOnAServer(t *testing.T) {
	server := testServer(t)
	c, err := demo.Generate(demo.Options{Seed: 7, Customers: 250})
	if err != nil {
		t.Fatal(err)
	}
	inFiles, onServer := t.TempDir(), t.TempDir()
	if _, err := c.WriteSQLite(t.Context(), inFiles); err != nil {
		t.Fatal(err)
	}
	reported(t, inFiles, demo.Config("", c.Options()))
	reported(t, onServer, served(t, c, server))

	books := files(t, inFiles, "*", "*", "*", "*.xlsx")
	if others := files(t, onServer, "*", "*", "*", "*.xlsx"); len(books) < 2 || strings.Join(others, "\n") != strings.Join(books, "\n") {
		t.Fatalf("workbooks %v, on the server %v", books, others)
	}
	for _, book := range books {
		compareFiles(t, filepath.Join(inFiles, book), filepath.Join(onServer, book))
	}
	if stray := files(t, onServer, "*.db"); len(stray) > 0 {
		t.Errorf("with stores on the server there are files %v", stray)
	}
}

// served writes the company's databases and two empty ones for the stores, and
// returns the configuration that uses all of them.
func served(t *testing.T, c *demo.Company, server string) []byte {
	const prefix = "clientele_engines_"
	names, err := c.WriteMySQL(t.Context(), server, prefix)
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("mysql", server)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, store := range []string{prefix + "state", prefix + "warehouse"} {
		names = append(names, store)
		for _, deed := range []string{"DROP DATABASE IF EXISTS ", "CREATE DATABASE "} {
			if _, err := db.ExecContext(t.Context(), deed+store); err != nil {
				t.Fatal(err)
			}
		}
		t.Setenv(strings.ToUpper(store), server+store)
	}
	t.Cleanup(func() {
		for _, name := range names {
			dropDatabase(server, name)
		}
	})
	text, err := demo.ConfigMySQL(server, prefix, c.Options())
	if err != nil {
		t.Fatal(err)
	}
	moved := string(text)
	for _, store := range []string{"state", "warehouse"} {
		line := "  " + store + ": clientele-" + store + ".db\n"
		if !strings.Contains(moved, line) {
			t.Fatalf("the configuration has no line %q", line)
		}
		moved = strings.Replace(moved, line, "  "+store+": {driver: mysql, dsn: {env: "+strings.ToUpper(prefix+store)+"}}\n", 1)
	}
	return []byte(moved)
}

// reported refreshes and makes both reports of the last month of the data.
func reported(t *testing.T, dir string, text []byte) {
	t.Helper()
	file := filepath.Join(dir, "clientele.yaml")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "run", "refresh", "-c", file)
	for _, report := range []string{"sales", "marketing"} { // that of operations says how long its refresh took
		mustRun(t, "run", report, "--as-of", "2026-10", "-c", file)
	}
}
