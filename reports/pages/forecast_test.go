package pages

import (
	"bytes"
	"strings"
	"testing"

	"clientele/reports"
	"clientele/transform"
)

// larger is the company of company, with so many customers.
func larger(t testing.TB, customers int) Input {
	t.Helper()
	m := &maker{}
	var all []transform.History
	for i := range customers {
		all = append(all, m.history(i, 5))
	}
	return input(finished(t, ledger(), all...).Results(transform.Scope{}))
}

func lifetimeSheet(t testing.TB, in Input) string {
	t.Helper()
	var text bytes.Buffer
	for _, p := range Marketing(in).Pages {
		if p.Sheet().Tab == "Lifetime value" {
			if err := reports.Dump(&text, p); err != nil {
				t.Fatal(err)
			}
		}
	}
	return text.String()
}

func TestLifetimeWithARaceReadsAsReviewed(t *testing.T) {
	golden(t, "forecast", "Lifetime value", lifetimeSheet(t, larger(t, 160)))
}

func TestLifetimeWithoutARaceSaysWhy(t *testing.T) {
	text := lifetimeSheet(t, company(t, 5))
	if !strings.Contains(text, "models cannot be tested yet: ") || strings.Contains(text, "Who forecast best") {
		t.Error(text)
	}
}

func TestTheMeanLifetimeValueIsOfWhomItIsExpected(t *testing.T) {
	b := open(larger(t, 160))
	n, sum := int64(0), Money(0)
	for _, r := range b.rows {
		if r.Ahead.Known {
			n, sum = n+1, sum+r.Ahead.Value
		}
	}
	tile := b.tileLifetime()
	if want, _ := b.each(sum, n); Money(tile.Value.Amount) != want || !strings.HasSuffix(tile.Note, "of all who ever ordered") {
		t.Errorf("%v (%s), want %v", Money(tile.Value.Amount), tile.Note, want)
	}
}
