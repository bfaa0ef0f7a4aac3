package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"clientele/reports/excel/exceltest"
)

// TestDemo shows the whole job twice, in two folders: the same bytes come out.
func TestDemo(t *testing.T) {
	first, second := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	out := mustRun(t, "demo", "--dir", first, "--customers", "400", "--seed", "7")
	mustRun(t, "demo", "--dir", second, "--customers", "400", "--seed", "7")
	if !regexp.MustCompile(`\d+ records are \d+ customers \(against the known truth: precision (0\.9\d+|1\.000), recall (0\.[89]\d+|1\.000)\)`).MatchString(out) {
		t.Errorf("it does not say how well it matched:\n%s", out)
	}
	books := files(t, first, "archive", "*", "*", "*.xlsx")
	if len(books) < 2 {
		t.Fatalf("workbooks: %v, want two at least", books)
	}
	for _, book := range books {
		compareFiles(t, filepath.Join(first, book), filepath.Join(second, book))
		if !strings.HasSuffix(book, "_full-lists.xlsx") { // lists without a chart
			openBook(t, filepath.Join(first, book))
			printsOnOneSheet(t, filepath.Join(first, book))
		}
	}
	exceltest.ReadAbroad(t, filepath.Join(first, books[0]), filepath.Join(first, books[len(books)-1]))
	var lists []string
	for _, book := range books { // every report, and one of the scopes
		if !strings.HasSuffix(book, "_full-lists.xlsx") && !strings.Contains(book, "_midlands_") {
			lists = append(lists, filepath.Join(first, book))
		}
	}
	exceltest.SortAbroad(t, lists...)
	if letters := files(t, first, "outbox", "*.eml"); len(letters) < len(books) {
		t.Errorf("letters: %v, want one for each recipient", letters)
	}
	previewed := filepath.Join(t.TempDir(), "mine.xlsx")
	full := strings.TrimSuffix(previewed, ".xlsx") + "_full-lists.xlsx"
	if out := mustRun(t, "preview", "sales", "-c", filepath.Join(second, "clientele.yaml"), "-o", previewed); !strings.Contains(out, "Wrote "+full+", which comes with it: ") {
		t.Errorf("preview says nothing of the full lists:\n%s", out)
	}
	if info, err := os.Stat(full); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%s: %v", full, err)
	}
	notes := filepath.Join(first, "notes.txt")
	if err := os.WriteFile(notes, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := mustRun(t, "demo", "--dir", first, "--customers", "400", "--seed", "8"); !strings.Contains(out, "customers") {
		t.Errorf("a second demo in its own folder says\n%s", out)
	}
	if string(read(t, notes)) != "mine" {
		t.Error("the demo touched a file that is not its own")
	}
	compareNot(t, filepath.Join(first, books[0]), filepath.Join(second, books[0]))
}

func files(t *testing.T, dir string, pattern ...string) []string {
	list, err := filepath.Glob(filepath.Join(append([]string{dir}, pattern...)...))
	if err != nil {
		t.Fatal(err)
	}
	for i := range list {
		list[i], _ = filepath.Rel(dir, list[i])
	}
	slices.Sort(list)
	return list
}

func compareFiles(t *testing.T, a, b string) {
	t.Helper()
	if !bytes.Equal(read(t, a), read(t, b)) {
		t.Errorf("%s and %s differ", a, b)
	}
}

func compareNot(t *testing.T, a, b string) {
	t.Helper()
	if bytes.Equal(read(t, a), read(t, b)) {
		t.Errorf("another seed gave the same %s", filepath.Base(a))
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// openBook looks whether every sheet says what it is, what it asks and what it
// found.
func openBook(t *testing.T, path string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	charts := 0
	for _, sheet := range f.GetSheetList() {
		for row, what := range []string{"title", "question", "finding", "stamp"} {
			cell, _ := excelize.CoordinatesToCellName(1, row+1)
			text, err := f.GetCellValue(sheet, cell)
			if err != nil || text == "" {
				t.Errorf("%s, %s has no %s", filepath.Base(path), sheet, what)
			}
		}
	}
	f.Pkg.Range(func(name, _ any) bool {
		if strings.HasPrefix(name.(string), "xl/charts/chart") {
			charts++
		}
		return true
	})
	if charts < 2 && !strings.HasPrefix(filepath.Base(path), "operations") { // that is lists alone
		t.Errorf("%s has %d charts, want two at least", filepath.Base(path), charts)
	}
}
