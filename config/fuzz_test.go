package config

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzParse holds that no text breaks the reader, and that whatever is wrong has a place inside the file.
func FuzzParse(f *testing.F) {
	f.Add(string(Sample()))
	f.Add(least)
	for _, text := range []string{
		"", "a", "- a", "a: *a", "a: &a [*a]", "a: &a {b: *a}", "\xff", "company: [", "company: {zone: TZ=}", "? a", "<<: {}",
		least + "refresh: {schedule: 0 0 * * 1-}", least + "mail: {from: '\"\\\"'}", least + "costs:\n- &a {month: 2026-10}\n- *a",
		head + "sources: {s: {driver: mysql, dsn: x, records: {parties: 'SELECT ''\\', orders: |2\n\n  a :x}}",
		"reports: {sales: {recipients: &r [*r]}}", "a: !!float x", "a: >+\n\n\n  x\n", "--- |\n  a\n...\n--- b\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse("c.yaml", []byte(text))
		if err == nil {
			if c.Company.Name == "" || len(c.Sources) == 0 {
				t.Error("accepted without what is needed")
			}
			return
		}
		var problems *Problems
		if !errors.As(err, &problems) || len(problems.List) == 0 {
			t.Fatalf("not a list of problems: %v", err)
		}
		lines := strings.Count(text, "\n") + strings.Count(text, "\r") + strings.Count(text, "\u0085") +
			strings.Count(text, "\u2028") + strings.Count(text, "\u2029") + 1
		for _, p := range problems.List {
			if p.Line < 1 || p.Line > lines+1 || p.Column < 1 || p.Text == "" || strings.Contains(p.String(), "\n") || !utf8.ValidString(p.String()) {
				t.Errorf("bad problem %q", p.String())
			}
		}
	})
}
