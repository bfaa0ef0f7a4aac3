package pages

import (
	"strings"
	"testing"

	"clientele/reports"
)

func TestAWrongFigureIsSaidBeforeRowsThatAreMissing(t *testing.T) {
	in := warned(t)
	for _, kind := range []string{"order lines", "orders", "complaints", "contracts"} {
		in.Gates = append(in.Gates, Gate{Result: GateWarning, Of: asideGate, Check: "shop " + kind + ": rows kept aside", Found: "2 % (2 of 100 rows)", Says: "Of the " + kind + " some are missing."})
	}
	in.Gates = append(in.Gates, Gate{Result: GateWarning, Of: "freshness of the sources", Says: "Old."}, Gate{Result: GateWarning, Of: "expectation", Says: "Revenue is too high."})
	wb := Sales(in)
	const aside = "More rows than expected could not be used and are missing: shop order lines 2 % (2 of 100 rows), shop orders 2 % (2 of 100 rows), shop complaints 2 % (2 of 100 rows), and 1 more kind of record."
	if w := Letter(in, wb).Warning; w != "Revenue is too high. Old. "+aside {
		t.Errorf("the letter says %q", w)
	}
	if w := wb.Overview.Warning; w != "Warning: Revenue is too high. 2 more warnings: see Method & data." || wb.Stamp.Warnings != 3 {
		t.Errorf("the first page says %q, its stamp %d", w, wb.Stamp.Warnings)
	}
	if text := dump(t, wb); strings.Count(text, "some are missing.") != 4 {
		t.Error("the method page does not say each of them")
	}
}

func TestRowsOfOneKindThatAreMissingAreSaidInTheirOwnSentence(t *testing.T) {
	in := warned(t)
	in.Gates = append(in.Gates, Gate{Result: GateWarning, Of: asideGate, Check: "shop orders: rows kept aside", Found: "2 %", Says: "Of the orders some are missing."})
	if w := Letter(in, Sales(in)).Warning; w != "Of the orders some are missing." {
		t.Errorf("%q", w)
	}
}

func TestASignStaysOnTheLineOfItsAmount(t *testing.T) {
	b := open(company(t, 5))
	for amount, want := range map[Money]string{61_010_000: "+_€_6,101", -61_010_000: "−\u202f€_6,101"} {
		if got := strings.ReplaceAll(b.moreMoney(amount), reports.NBSP, "_"); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
