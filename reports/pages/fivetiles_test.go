package pages

import (
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// stripped is the company without some of its records.
func stripped(t testing.TB, l *transform.Ledger, strip func(*transform.History)) Input {
	all := histories(5)
	for i := range all {
		strip(&all[i])
	}
	return input(finished(t, l, all...).Results(transform.Scope{}))
}

// young is the company as it would be in its third month.
func young(t testing.TB) Input {
	return stripped(t, ledger(), func(h *transform.History) {
		kept := h.Orders[:0]
		for _, o := range h.Orders {
			if o.At >= at(extract.Date(2026, 8, 15)) {
				kept = append(kept, o)
			}
		}
		h.Orders = kept
	})
}

func TestWhateverTheBooksHoldFiveKeyFiguresAreShownAndAllOfThemMeasured(t *testing.T) {
	noCosts := ledger()
	noCosts.Costs = nil
	for name, in := range map[string]Input{
		"everything":     company(t, 5),
		"orders":         onlyOrders(t, false),
		"orders, costs":  onlyOrders(t, true),
		"no cost pools":  stripped(t, noCosts, func(*transform.History) {}),
		"no tickets":     stripped(t, ledger(), func(h *transform.History) { h.Tickets = nil }),
		"no surveys":     stripped(t, ledger(), func(h *transform.History) { h.Surveys = nil }),
		"no contracts":   stripped(t, ledger(), func(h *transform.History) { h.Contracts = nil }),
		"no past at all": young(t),
	} {
		for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
			if got := tiles(wb); len(got) != mostTiles || len(slices.Compact(slices.Sorted(slices.Values(got)))) != mostTiles {
				t.Errorf("%s, %s: key figures %q", name, wb.Name, got)
			}
			for _, tile := range wb.Overview.Tiles {
				if !tile.Value.Known || tile.Against == "" {
					t.Errorf("%s, %s: %s is %v against %q", name, wb.Name, tile.Key, tile.Value, tile.Against)
				}
			}
			for _, r := range Letter(in, wb).Rows {
				if r.Value == "not measured" {
					t.Errorf("%s, %s: the mail says that %s is not measured", name, wb.Name, r.Label)
				}
			}
		}
	}
}

func TestAKeyFigureThatIsLeftOutIsNamedWithWhatStandsInItsPlace(t *testing.T) {
	if text := dump(t, Sales(company(t, 5))); strings.Contains(text, "key figure") {
		t.Error("something is named though all are there")
	}
	text := dump(t, Marketing(onlyOrders(t, false)))
	for _, line := range []string{
		"Part left out – Overview, key figure “Profit”: no cost of goods is known; revenue stands in its place.",
		"Part left out – Overview, key figure “Lifetime value”: no cost of goods is known; “Active customers” stands in its place.",
		"Part left out – Overview, key figure “Satisfaction”: no source holds answered surveys of 12 months; “Orders, October 2026” stands in its place.",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("not said: %s", line)
		}
	}
}

func TestAttritionOfTooFewIsReplacedByWhatIsMeasured(t *testing.T) {
	b := over(func(r *metrics.Results) { // one customer was active a year ago
		r.Period, r.Attrition.Year = october, metrics.Rate{Part: 1, Of: 1}
		r.Rules.MinSample = 10
		r.Overview.Active, r.Overview.ActiveBefore = 3, 1
		r.Prospects = metrics.Prospects{Open: 24, Unanswered: 4, Value: extract.Some(euros(8439)), Rows: []prospect{{}}}
		f := &transform.Figures{}
		f.ID, f.Orders, f.First = "a", 1, october.From
		f.Receivable = extract.Some(euros(77))
		r.Rows = []*transform.Figures{f}
	})
	var got []string
	for _, tile := range b.marketingTiles() {
		got = append(got, tile.Key)
	}
	if want := []string{"revenue", "active", "new_customers", "orders", "open_enquiries_value"}; !slices.Equal(got, want) {
		t.Errorf("key figures %q, want %q", got, want)
	}
	if !slices.Contains(b.less, "Overview, key figure “Attrition”: too few cases to say it; “Active customers” stands in its place") {
		t.Errorf("not said why: %q", b.less)
	}
	e := b.tileEnquiries()
	same(t, b.tall(e.Value)+" · "+e.Note, "€ 8,439 · 24 enquiries; 4 have had no reply")
	i := b.tileInvoices()
	same(t, b.tall(i.Value)+" "+i.Note, "€ 77 of 1 customer")
	n := b.tileNew()
	same(t, b.tall(n.Value)+" "+n.Against, "1 no last year to compare with")
}

func TestNewCustomersAreThoseOfTwelveMonthsBesideTheTwelveBefore(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Period, r.Rules.MinSample = october, 2
		for i, d := range []transform.Day{extract.Date(2024, 10, 31), extract.Date(2024, 11, 1), extract.Date(2025, 10, 31), extract.Date(2025, 11, 1), extract.Date(2026, 1, 1), extract.Date(2026, 10, 31), 0} {
			f := &transform.Figures{}
			f.ID, f.First, f.Orders = transform.NewID(ref("party", i), 0), d, 1
			r.Rows = append(r.Rows, f)
		}
	})
	n := b.tileNew()
	same(t, b.tall(n.Value)+" "+delta(n.Delta)+" "+n.Against, "3 ▲ 50.0 % vs last year")
	b.r.Rules.MinSample = 3
	same(t, b.change(b.tileNew().Delta)+" "+b.tileNew().Against, "▲ 1 vs last year: 2")
}

func TestAnOrderIsWorthRevenueOverOrders(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Period, r.Rules.MinSample, r.Rules.MinorPlaces = october, 10, 2
		r.Overview.Revenue.Customers, r.Overview.Orders.Customers = euros(1100), 10
		r.Overview.RevenueBefore.Customers, r.Overview.OrdersBefore.Customers = euros(1200), 12
	})
	v := b.tileOrderValue()
	same(t, b.tall(v.Value)+" "+delta(v.Delta)+" "+v.Note, "€ 110 ▲ 10.0 % revenue over 10 orders")
	b.r.Overview.Orders.Customers = 9
	if b.choiceOrderValue().has {
		t.Error("a mean of nine orders is shown")
	}
}
