package pages

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

func heldBook(change func(*metrics.Held)) *book {
	return over(func(r *metrics.Results) {
		h := &r.Attrition.Held
		h.Months = []metrics.AttritionMonth{{Opening: 12, Lost: 2, Closing: 10}}
		h.Year = metrics.Rate{Part: 2, Of: 12}
		h.Volume = metrics.Kept{Customers: 12, Before: euros(3820), Least: euros(1620), Now: euros(2120)}
		h.Lapsed, h.Shrunk, h.Grown = euros(700), euros(1500), euros(500)
		h.Years = []metrics.HeldYear{{Year: 1, Renewed: metrics.Rate{Part: 10, Of: 12}}}
		change(h)
	})
}

// said is every text and number of the bands, to look for words in.
func said(t *testing.T, b *book) string {
	t.Helper()
	var all []string
	for _, g := range (reports.Board{Bands: append(b.flowBands(), beside(b.heldStack()))}).Sheet().Grids() {
		for i := range g.Len {
			for _, v := range g.Row(i) {
				all = append(all, v.String())
			}
		}
		all = append(all, g.Note)
	}
	return strings.ReplaceAll(strings.Join(all, "\n"), reports.NBSP, " ")
}

// heldKeys lists the tables of contracts, and that of all customers, by their keys.
func heldKeys(b *book) string {
	var keys []string
	for _, g := range (reports.Board{Bands: append(b.flowBands(), beside(b.heldStack()))}).Sheet().Grids() {
		keys = append(keys, g.Key)
	}
	return strings.Join(keys, " ")
}

func TestContractsAreShownWhereThereAreEnough(t *testing.T) {
	same(t, heldKeys(heldBook(func(*metrics.Held) {})), "Flow HeldFlow Tenure Held HeldVolume")
	same(t, heldKeys(heldBook(func(h *metrics.Held) { h.Years = nil })), "Flow HeldFlow Held HeldVolume")
	same(t, heldKeys(heldBook(func(h *metrics.Held) { h.Volume.Customers = 1 })), "Flow HeldFlow Tenure Held")
	same(t, heldKeys(heldBook(func(h *metrics.Held) { h.Months = nil })), "Flow")
	few := heldBook(func(h *metrics.Held) { h.Year.Of = 1 })
	same(t, heldKeys(few), "Flow")
	same(t, strings.Join(few.less, " "), "Attrition, customers under contract: too few customers were under contract a year ago")
}

func TestContractsSayWhatIsMissing(t *testing.T) {
	text := said(t, heldBook(func(h *metrics.Held) {
		h.NoVolume, h.Unprojected = 3, "nobody has come up for a second renewal yet"
		h.Drift = metrics.Drift{P: extract.Some(extract.One / 100), Rising: true, InARow: 4}
	}))
	for _, want := range []string{"3 customers' contracts name no volume", "Not projected: nobody has come up", "rises over them by more than chance", "risen 4 months in a row"} {
		if !strings.Contains(text, want) {
			t.Errorf("nothing says %q:\n%s", want, text)
		}
	}
	if thin := said(t, heldBook(func(h *metrics.Held) { h.Volume.Customers = 1 })); strings.Contains(thin, "Kept") {
		t.Error("volume of one customer is spoken of")
	}
}
