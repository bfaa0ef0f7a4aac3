package reports

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// Stamp is what every page says about itself in line 4. It holds no wall clock and no run number.
type Stamp struct {
	AsOf         string // "As of 31 Oct 2026"
	Period       string // "October 2026"
	Comparison   string // "compared with October 2025"
	Money        string // "EUR net of VAT and returns"
	Scope        string // "All territories · 8 reps"
	Edition      string // eight hex digits
	DataTo       string // newest record, "31 Oct 2026 18:22"
	Restated     string // set when the figures are what is known now about then
	ChecksFailed int
	Warnings     int // things that are not as expected, told in full elsewhere
}

// Line writes the stamp for a page showing shown of of rows; of 0 leaves the rows out.
func (s Stamp) Line(shown, of int) string {
	parts := []string{s.AsOf, s.Period, s.Comparison, s.Money, s.Scope}
	if of > 0 {
		parts = append(parts, Thousands(shown)+" of "+Thousands(of)+" rows shown")
	}
	parts = append(parts, prefixed("edition ", s.Edition), prefixed("data to ", s.DataTo), s.Restated)
	return join(parts)
}

// Warning is the part of the stamp shown in the bad colour, empty when all checks passed and nothing else is wrong.
func (s Stamp) Warning() string {
	var parts []string
	if s.ChecksFailed > 0 {
		parts = append(parts, fmt.Sprintf("CHECKS FAILED: %d", s.ChecksFailed))
	}
	if s.Warnings > 0 {
		parts = append(parts, fmt.Sprintf("WARNINGS: %d", s.Warnings))
	}
	return strings.Join(parts, " · ")
}

// FileName is the name of a workbook file: workbook, scope and as-of day, safe for every file system.
func FileName(workbook, scope string, asOf time.Time) string {
	return fmt.Sprintf("%s_%s_%s.xlsx", slug(workbook), slug(scope), asOf.Format("2006-01-02"))
}

func slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if out := strings.TrimSuffix(b.String(), "-"); out != "" {
		return out
	}
	return "all"
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

func join(parts []string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " · ")
}
