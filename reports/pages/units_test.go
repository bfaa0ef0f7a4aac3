package pages

import (
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// Every table of both workbooks, in every scope and with everything there may be in
// them, has one unit to a column, and says which above it.
func TestAColumnHasOneUnitAndSaysWhich(t *testing.T) {
	inEveryScope(t, func(t *testing.T, in Input) {
		oneUnit(t, Sales(in))
		oneUnit(t, Marketing(in))
	})
	oneUnit(t, Sales(corrected(t)), "ChangedFigures", "ChangedCounts")
	raced := larger(t, 160)
	raced.Previous = map[string]string{keyForecast: "2026-07-01 12 90000000000\n2026-08-01 3 54300000000 12340000 5000000 EUR orders"}
	oneUnit(t, Marketing(raced), "Trust", "Ahead", "ForecastGrades", "ForecastMoney")
	held := company(t, 5)
	heldFor(held.Results)
	oneUnit(t, Marketing(held), "Held", "HeldVolume")
}

// heldFor has a company's customers under contract.
func heldFor(r *metrics.Results) {
	r.Attrition.Held = heldBook(func(h *metrics.Held) {
		h.Drift.Monthly, h.Drift.Annual, h.Median = extract.Some(extract.One/50), extract.Some(extract.One/5), extract.Some(400*extract.One)
	}).r.Attrition.Held
}

// oneUnit looks at every table of a workbook; those named must be among them.
func oneUnit(t *testing.T, wb reports.Workbook, must ...string) {
	t.Helper()
	for _, p := range wb.Pages {
		s := p.Sheet()
		for _, g := range s.Grids() {
			must = slices.DeleteFunc(must, func(key string) bool { return key == g.Key })
			for _, fault := range unitFaults(g) {
				t.Errorf("%s, %s, %s: %s", wb.Name, s.Tab, g.Title, fault)
			}
		}
	}
	if len(must) > 0 {
		t.Errorf("%s has no tables %v", wb.Name, must)
	}
	for _, band := range wb.Overview.Bands {
		for _, blk := range band {
			if x, ok := blk.(reports.Tabular); ok {
				for _, fault := range unitFaults(x.Grid()) {
					t.Errorf("%s, Overview: %s", wb.Name, fault)
				}
			}
		}
	}
}

// unitFaults says which columns of a table have cells of another kind than their own,
// and which leave it to a column beside them what they count.
func unitFaults(g reports.Grid) (faults []string) {
	for i, c := range g.Columns {
		if strings.EqualFold(c.Text, "Unit") {
			faults = append(faults, "the unit stands in a column of its own")
		}
		if unit := map[bool]string{true: "%"}[c.Kind == reports.KindPercent || c.Kind == reports.KindPercent0 || c.Kind == reports.KindDeltaPercent]; !strings.Contains(c.Unit, unit) {
			faults = append(faults, "the column "+c.Text+" of shares does not say so")
		}
		seen := map[reports.Kind]bool{}
		for _, v := range below(g, i) {
			if v.Known && v.Kind != c.Kind && !seen[v.Kind] && (v.Kind.Numeric() || c.Kind.Numeric()) {
				seen[v.Kind] = true
				faults = append(faults, "the column "+c.Text+" holds "+v.String()+", which is of another kind")
			}
		}
	}
	return faults
}

// below are the values of a column, closing rows too.
func below(g reports.Grid, column int) (vs []reports.Value) {
	for i := range g.Len {
		vs = append(vs, g.Row(i)[column])
	}
	for i := range g.Totals {
		vs = append(vs, g.Total(i)[column])
	}
	return vs
}
