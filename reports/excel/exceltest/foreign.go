package exceltest

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// ReadAbroad has workbooks read by programs of others and compares every cell: by openpyxl, and by LibreOffice, which
// also prints them. Where a program is not installed the test says so and goes on.
func ReadAbroad(t *testing.T, files ...string) {
	t.Helper()
	t.Run("openpyxl", func(t *testing.T) {
		python, err := FindOpenpyxl()
		if err != nil {
			t.Skip(err)
		}
		for _, file := range files {
			cells, err := Openpyxl(python, file)
			compare(t, file, cells, err)
		}
	})
	t.Run("LibreOffice", func(t *testing.T) {
		office, err := FindOffice()
		if err != nil {
			t.Skip(err)
		}
		dir := t.TempDir()
		for _, form := range []string{"fods", "pdf"} {
			if err := Convert(office, form, dir, files...); err != nil {
				t.Fatal(err)
			}
		}
		for _, file := range files {
			out := filepath.Join(dir, strings.TrimSuffix(filepath.Base(file), ".xlsx"))
			cells, err := FlatSpreadsheet(out + ".fods")
			compare(t, file, cells, err)
			printed(t, file, out+".pdf")
		}
	})
}

func compare(t *testing.T, file string, cells []ReadCell, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
		return
	}
	differences := open(t, file).Differences(cells)
	for i, d := range differences {
		if i == most {
			t.Errorf("%s: and %d more", filepath.Base(file), len(differences)-most)
			return
		}
		t.Errorf("%s: %s", filepath.Base(file), d)
	}
}

func open(t *testing.T, file string) *Book {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

var pdfPage = regexp.MustCompile(`/Type\s*/Page[^s]`)

// printed holds a print to one page for each sheet at least.
func printed(t *testing.T, file, pdf string) {
	t.Helper()
	data, err := os.ReadFile(pdf)
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("print %s: %v", file, err)
		return
	}
	if pages, sheets := len(pdfPage.FindAll(data, -1)), len(open(t, file).Sheets); pages < sheets {
		t.Errorf("%s has %d sheets and prints on %d pages", filepath.Base(file), sheets, pages)
	}
}
