package metrics

import (
	"math"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// under returns a customer with contracts, each from a day up to another, of so much a
// year.
func under(n int, terms ...extract.Contract) transform.History {
	h := customer(n)
	for i, c := range terms {
		c.Ref, c.Status = ref("contract", 100*n+i), extract.Valid
		h.Contracts = append(h.Contracts, c)
	}
	return h
}

// years is a contract of some whole years from the first of a month, each for an amount.
func years(from Day, n int, each float64) extract.Contract {
	return extract.Contract{Starts: from, Ends: from.AddMonths(12 * n), Agreed: extract.Some(euros(each * float64(n)))}
}

func heldOf(t *testing.T, list ...transform.History) Held {
	t.Helper()
	r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{})
	for _, c := range r.Checks {
		if !c.Passed {
			t.Errorf("%s: %s, found %s", c.Name, c.Expected, c.Found)
		}
	}
	return r.Attrition.Held
}

func TestWhatIsLostUnderContract(t *testing.T) {
	d := func(year int, m time.Month) Day { return extract.Date(year, m, 1) }
	h := heldOf(t,
		under(1, years(d(2025, 3), 1, 1000), years(d(2026, 3), 1, 1500)),                 // renewed for more
		under(2, years(d(2025, 1), 1, 2000), years(d(2026, 1), 1, 500)),                  // renewed for less
		under(3, years(d(2025, 2), 1, 700)),                                              // not renewed
		under(4, years(d(2026, 5), 1, 900)),                                              // new
		under(5, extract.Contract{Starts: d(2024, 6), Monthly: extract.Some(euros(10))}), // no end, a fee
		under(6, extract.Contract{Starts: d(2025, 2), Agreed: extract.Some(euros(9))}),   // no end, so of no known volume a year
		under(7, years(d(2025, 12), 1, 100)),                                             // came within the year
		customer(8, 20),                                                                  // without a contract
	)
	same(t, "under contract a year ago", h.Year.Of, 5)
	same(t, "not now", h.Year.Part, 1)
	same(t, "of them without a volume", h.NoVolume, 1)
	v := h.Volume
	same(t, "with one", v.Customers, 4)
	same(t, "then", v.Before, euros(1000+2000+700+120))
	same(t, "lapsed", h.Lapsed, euros(700))
	same(t, "shrunk", h.Shrunk, euros(1500))
	same(t, "grown", h.Grown, euros(500))
	nearly(t, "kept gross", v.Gross(), 1620./3820)
	nearly(t, "kept net", v.Net(), 2120./3820)
	same(t, "no contracts, nothing said", len(heldOf(t, customer(1, 20)).Months), 0)
}

func TestARenewalSignedLateIsNone(t *testing.T) {
	d := extract.Date(2025, time.June, 1)
	for _, c := range []struct {
		name string
		gap  Day
		lost int64
	}{{"on the day", 0, 0}, {"a month late", 31, 0}, {"a day later they had left and returned", 32, 1}} {
		t.Run(c.name, func(t *testing.T) {
			h := heldOf(t, under(1, extract.Contract{Starts: d.AddMonths(-12), Ends: d}, extract.Contract{Starts: d + c.gap, Ends: d.AddMonths(24)}))
			var lost int64
			for _, m := range h.Months {
				lost += m.Lost
			}
			same(t, "lost", lost, c.lost)
		})
	}
	h := heldOf(t, under(1, extract.Contract{Starts: asOf - 400, Ends: asOf - 20}))
	same(t, "within the days of grace nobody is lost", h.Year.Part, 0)
}

func TestAYearIsNoTwelveMonths(t *testing.T) {
	months := make([]AttritionMonth, 13)
	for i := range months {
		months[i] = AttritionMonth{Opening: 100, Lost: 10}
	}
	months[12] = AttritionMonth{Opening: 100, Lost: 90, Partial: true}
	m, year := monthlyLoss(months)
	nearly(t, "a month", m, .1)
	nearly(t, "a year", year, 1-math.Pow(.9, 12))
	m, year = monthlyLoss(nil)
	same(t, "nobody", m.Known || year.Known, false)
}

// Of ten customers of August 2022 two do not renew after a year, two after two; of ten
// of August 2024 three do not. The second cohort has not come up for its second renewal.
func TestTenureCountsWhoIsStillThere(t *testing.T) {
	first, second := extract.Date(2022, time.August, 1), extract.Date(2024, time.August, 1)
	var list []transform.History
	for i := range 10 {
		n := map[bool]int{true: 1}[i < 2] + map[bool]int{true: 2}[i == 2 || i == 3]
		if n == 0 {
			n = 6
		}
		list = append(list, under(i, years(first, n, 100)))
		n = 4
		if i < 3 {
			n = 1
		}
		list = append(list, under(20+i, years(second, n, 100)))
	}
	h := heldOf(t, list...)
	same(t, "due once", h.Years[0].Renewed.Of, 20)
	same(t, "renewed", h.Years[0].Renewed.Part, 15)
	nearly(t, "after a year", h.Years[0].Survival, .75)
	same(t, "due twice", h.Years[1].Renewed.Of, 15)
	nearly(t, "after two", h.Years[1].Survival, .75*13/15)
	same(t, "due four times", h.Years[3].Renewed.Of, 6)
	same(t, "and three years beyond", len(h.Years), 7)
	same(t, "unseen there", h.Years[4].Survival.Known, false)
	same(t, "projected", h.Unprojected, "")
	last := 1.0
	for _, y := range h.Years {
		if p := y.Projected.Value.Float(); p >= last || p <= 0 {
			t.Errorf("after %d years %v are projected, %v the year before", y.Year, p, last)
		}
		last = y.Projected.Value.Float()
	}
	if p := h.Years[1].Projected.Value.Float(); math.Abs(p-.65) > .05 {
		t.Errorf("the model says %v after two years, .65 were seen", p)
	}
	same(t, "fewer than half have left", h.Median.Known, false)
	short := heldOf(t, list[0])
	same(t, "one customer is no model", short.Years[0].Projected.Known, false)
	same(t, "and it says why", short.Unprojected != "", true)
}
