package jobs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryEventIsInTheRunbookAndIsSaidSomewhere(t *testing.T) {
	page, err := os.ReadFile("../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var code strings.Builder
	for _, f := range files {
		if f == "events.go" || strings.HasSuffix(f, "_test.go") {
			continue
		}
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		code.Write(text)
	}
	for _, e := range Events() {
		if row := "| `" + e.Name + "` | " + e.About + " |"; !strings.Contains(string(page), row) {
			t.Errorf("docs/operations.md has no row %q", row)
		}
		if !strings.Contains(code.String(), `"`+e.Message+`"`) {
			t.Errorf("nobody logs %q", e.Message)
		}
	}
}
