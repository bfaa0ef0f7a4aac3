package metrics

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/transform"
)

// sellOn adds an order whose goods cost half.
func sellOn(h *transform.History, n int, day Day, net float64) {
	o := order(n, int(asOf-day), net)
	o.Lines = []extract.Line{{Ref: ref("line", n), Quantity: extract.One, Net: extract.Some(euros(net)), Cost: extract.Some(euros(net / 2))}}
	h.Orders = append(h.Orders, o)
}

// Of 1,200 of order handling for twelve orders of the year each is charged 100, in the month it came.
func TestProfitOfThePeriodIsOfItsOwnOrdersAtTheCostOfTheYear(t *testing.T) {
	for _, c := range []struct {
		name                 string
		last                 int // orders of October; the other of the twelve lie in March
		net, now, yearBefore float64
	}{
		{"rising", 3, 1000, 3 * (500 - 100), 500 - 100},
		{"falling into a loss", 1, 150, 75 - 100, 75 - 100},
		{"nothing bought", 0, 1000, 0, 500 - 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := customer(1)
			for i := range 12 {
				day := extract.Date(2026, time.March, 1+i)
				if i < c.last {
					day = extract.Date(2026, time.October, 31-i)
				}
				sellOn(&h, i, day, c.net)
			}
			sellOn(&h, 100, extract.Date(2025, time.October, 31), c.net)
			ledger := &transform.Ledger{}
			handled := func(n int, month Day, amount float64) {
				p := pool(n, "handling", amount, 0)
				p.Month = month
				ledger.Costs = append(ledger.Costs, p)
			}
			handled(1, extract.Date(2026, time.June, 1), 1200) // whenever it was paid
			handled(2, extract.Date(2025, time.June, 1), 100)
			r := finished(t, october(), ledger, Defaults(), []transform.History{h}).Results(transform.Scope{})
			o := r.Overview
			same(t, "period", o.PeriodProfit.Value.Float(), c.now)
			same(t, "a year ago", o.PeriodProfitBefore.Value.Float(), c.yearBefore)
			same(t, "months", len(o.ProfitMonths), 13)
			same(t, "first month", o.ProfitMonths[0].Net, o.PeriodProfitBefore.Value)
			same(t, "last month", o.ProfitMonths[12].Net, o.PeriodProfit.Value)
			var year Money
			for _, m := range o.ProfitMonths[1:] {
				year += m.Net
			}
			same(t, "months together", year, o.Profit.Customers)
		})
	}
}

func TestProfitOfAYearAgoIsUnknownWhereCostsDoNotReachBack(t *testing.T) {
	h := customer(1)
	sellOn(&h, 1, asOf-5, 100)
	sellOn(&h, 2, asOf-370, 100)
	r := finished(t, october(), &transform.Ledger{Costs: []extract.CostPool{pool(1, "handling", 10, 0)}}, Defaults(), []transform.History{h}).Results(transform.Scope{})
	same(t, "known", r.Overview.PeriodProfit.Known, true)
	same(t, "a year ago", r.Overview.PeriodProfitBefore.Known, false)
	same(t, "months", len(r.Overview.ProfitMonths), 12)
}

// Whatever the records look like, months add up to the year: those of all customers, and those of territories to them.
// Rounding a month is at most half a cent away for each.
func TestMonthsOfNetProfitAddUpToTheYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		period := transform.Ending(asOf, transform.Monthly)
		s := finished(t, period, someLedger(t), someRules(t), someHistories(t))
		for _, scope := range []transform.Scope{{}, {Territory: "North"}} {
			c, r := s.cut(scope), s.Results(scope)
			var months Money
			for m := s.win.year.From; m < asOf; m = m.AddMonths(1) {
				months += c.leftIn(Window{m, m.AddMonths(1)})
			}
			shown := r.Profitability.Net.Customers
			unit := s.unit() * Money(1+len(c.lives))
			if d := months - shown; d > unit || d < -unit {
				t.Errorf("%v: months %v, year %v", scope, months, shown)
			}
			if x := c.slotCheck(r); !x.Passed {
				t.Errorf("%v: %s: %s, %s", scope, x.Name, x.Expected, x.Found)
			}
			for _, l := range c.lives {
				var year, before Money
				for _, x := range l.within(&s.win, s.win.year) {
					year += x.cost
				}
				for _, x := range l.within(&s.win, s.win.before) {
					before += x.cost
				}
				if year != l.row.Costs.Total() || before != l.costsBefore.Total() {
					t.Errorf("%s: slots cost %v and %v, years %v and %v", l.row.ID, year, before, l.row.Costs.Total(), l.costsBefore.Total())
				}
			}
		}
	})
}

func TestSlotsCoverTheTwoYearsOnceAndHaveEveryEdgeOfAPeriod(t *testing.T) {
	for _, kind := range []string{transform.Monthly, transform.Weekly} {
		for day := asOf; day < asOf+400; day++ {
			w := newWindows(transform.Ending(day, kind))
			next := w.before.From
			for i, s := range w.slots {
				if s.From != next || s.To <= s.From || w.slotOf(s.From) != i || w.slotOf(s.To-1) != i {
					t.Fatalf("%s to %s: slot %v after %s", kind, day, s, next)
				}
				for _, edge := range []Day{w.year.From, w.period.From, w.period.To, w.periodBefore.From, w.periodBefore.To} {
					if edge > s.From && edge < s.To {
						t.Fatalf("%s to %s: %s lies within slot %v", kind, day, edge, s)
					}
				}
				next = s.To
			}
			if next != w.asOf || w.slotOf(w.asOf) != -1 || w.slotOf(w.before.From-1) != -1 {
				t.Fatalf("%s to %s: the last slot ends on %s", kind, day, next)
			}
		}
	}
}
