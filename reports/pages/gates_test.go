package pages

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"clientele/reports"
	"clientele/transform"
)

// warned is a company of which some gates are closed.
func warned(t *testing.T, says ...string) Input {
	in := company(t, 5)
	in.Gates = []Gate{{Result: "OK", Of: "freshness of the sources", Check: "billing: newest record", Expected: "at most 2 days", Found: "31 Oct 2026"}}
	for _, s := range says {
		in.Gates = append(in.Gates, Gate{Result: GateWarning, Of: "freshness of the sources", Check: "shop: newest record", Expected: "at most 2 days", Found: "28 Oct 2026", Says: s})
	}
	return in
}

func TestAWarningIsTheFirstThingRead(t *testing.T) {
	const end = "The data of shop end on 28 Oct 2026."
	for _, describe := range []func(Input) reports.Workbook{Sales, Marketing} {
		in := warned(t, end)
		wb := describe(in)
		l := Letter(in, wb)
		if l.Warning != end || strings.Contains(l.Subject, "Incomplete") {
			t.Errorf("the letter says %q over %q", l.Warning, l.Subject)
		}
		if wb.Overview.Warning != "Warning: "+end || wb.Stamp.Warning() != "WARNINGS: 1" {
			t.Errorf("the first page says %q, its stamp %q", wb.Overview.Warning, wb.Stamp.Warning())
		}
		text := dump(t, wb)
		for _, line := range []string{"WARNING | freshness of the sources | " + end + " | at most 2 days | 28 Oct 2026", "OK | freshness of the sources | billing: newest record"} {
			if !strings.Contains(text, line) {
				t.Errorf("the method page lacks %q", line)
			}
		}
	}
}

func TestManyWarningsAreCountedAndEachIsSaidOnce(t *testing.T) {
	in := warned(t, "A.", "B.", "A.", "C.", "D.", "E.")
	wb := Sales(in)
	if w := Letter(in, wb).Warning; w != "A. B. C. 2 more warnings: see Method & data." {
		t.Errorf("the letter says %q", w)
	}
	if wb.Overview.Warning != "Warning: A. 4 more warnings: see Method & data." || wb.Stamp.Warnings != 5 {
		t.Errorf("the first page says %q", wb.Overview.Warning)
	}
}

func TestALongWarningIsCutOnTheFirstPageAndWholeInTheLetter(t *testing.T) {
	in := warned(t, strings.Repeat("Long warning. ", 20), "B.")
	wb := Sales(in)
	if w := wb.Overview.Warning; len([]rune(w)) > 190 || !strings.HasSuffix(w, "… 1 more warning: see Method & data.") {
		t.Errorf("the first page says %q", w)
	}
	if w := Letter(in, wb).Warning; !strings.Contains(w, in.Gates[1].Says) {
		t.Errorf("the letter says %q", w)
	}
}

func TestOpenGatesWarnNobody(t *testing.T) {
	in := warned(t)
	wb := Sales(in)
	if w := Letter(in, wb).Warning; w != "" || wb.Overview.Warning != "" || wb.Stamp.Warning() != "" {
		t.Errorf("%q %q %q", w, wb.Overview.Warning, wb.Stamp.Warning())
	}
}

func TestAFailedCheckIsReadBeforeAWarning(t *testing.T) {
	in := warned(t, "A.")
	in.Checks = append(in.Checks, transform.Tie("Orders of till", 1, 2))
	if w := Letter(in, Sales(in)).Warning; w != "1 check failed: do not rely on these figures. See Method & data. A." {
		t.Errorf("%q", w)
	}
}

func TestKeyFiguresAreNumbersByTheNamesThatAreListed(t *testing.T) {
	in := company(t, 5)
	for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
		kept := KeyFigures(in, wb)
		for _, f := range Figures(wb.Name) {
			text, found := kept[f.Name]
			if _, err := strconv.ParseFloat(text, 64); err != nil || !found {
				t.Errorf("%s %s is %q", wb.Name, f.Name, text)
			}
		}
		for name := range kept {
			listed := slices.ContainsFunc(Figures(wb.Name), func(f Figure) bool { return f.Name == name })
			if !listed && name != keyAtRisk && name != keyComplaints && name != keyContracts && name != keyStanding && name != keyForecast && name != keyLead && name != KeyDefinitions && name != keyMatching && !strings.HasPrefix(name, trendOf) {
				t.Errorf("%s keeps %s, which nobody can expect anything of", wb.Name, name)
			}
		}
		for _, tile := range wb.Overview.Tiles {
			if !slices.ContainsFunc(Figures(wb.Name), func(f Figure) bool { return f.Name == tile.Key && f.Kind.Money() == tile.Value.Kind.Money() }) {
				t.Errorf("%s shows %s, which is not listed so", wb.Name, tile.Key)
			}
		}
	}
}
