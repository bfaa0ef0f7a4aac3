package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// terms finds the contracts in force on the last day of the period and what was
// bought since each began. What is agreed grows over its term with the customer's own
// season, where a year before the contract shows one, else with the days.
func (f *fold) terms(l *life, h *transform.History, sales []sale) {
	for i := range h.Contracts {
		c := &h.Contracts[i]
		if c.Status != extract.Valid || c.Starts >= f.win.asOf || (c.Ends != 0 && c.Ends < f.win.asOf) {
			continue
		}
		t := Contract{
			Customer: l.row.ID, ID: c.ID, Starts: c.Starts, Ends: c.Ends, Discount: c.Discount, DaysAgreed: c.PayDays,
			Agreed: f.converted(c.Agreed, c.Currency, c.Starts), Young: c.Starts > f.win.asOf-youngDays,
		}
		for j := range sales {
			if sales[j].day >= c.Starts {
				t.Bought += sales[j].net
			}
		}
		if c.Ends != 0 {
			f.project(&t, f.seasonBefore(l, sales, c.Starts))
		}
		f.compare(&t, f.grantedSince(h, c.Starts))
		l.contracts = append(l.contracts, t)
	}
	slices.SortFunc(l.contracts, func(a, b Contract) int {
		return cmp.Or(-cmp.Compare(a.Agreed.Value, b.Agreed.Value), cmp.Compare(a.ID, b.ID))
	})
}

// The first days of a contract are watched apart; below so many days nothing is
// projected.
const (
	youngDays     = 90
	projectedFrom = 30
)

// project finds what is agreed to date, and what will have been bought at the end of
// the term if buying goes on as so far.
func (f *fold) project(t *Contract, year season) {
	gone, whole := year.weight(Window{t.Starts, f.win.asOf}), year.weight(Window{t.Starts, t.Ends})
	if t.Seasonal = year.known; gone <= 0 || whole <= 0 {
		t.Seasonal = false
		gone, whole = int64(f.win.asOf-t.Starts), int64(t.Ends-t.Starts)
	}
	if t.Agreed.Known {
		t.ProRata = extract.Some(Money(portion(int64(t.Agreed.Value), gone, whole)))
	}
	if f.win.asOf-t.Starts >= projectedFrom {
		t.Forecast = extract.Some(Money(portion(int64(t.Bought), whole, gone)))
	}
}

// compare sets the discount orders carry beside the one agreed.
func (f *fold) compare(t *Contract, g granted) {
	if !g.known || g.gross <= 0 {
		return
	}
	t.Given = share(g.discount, g.gross)
	if t.Discount.Known && t.Given.Known && t.Given.Value > t.Discount.Value+discountSlack {
		agreed, err := g.gross.Times(t.Discount.Value)
		t.Beyond = opt(g.discount-agreed, err == nil)
	}
}

// discountSlack is how much more discount than agreed is no breach: half a point.
const discountSlack = extract.One / 200

// converted returns an amount in the company's currency, unknown without a rate.
func (b *base) converted(m extract.Opt[Money], currency string, on Day) extract.Opt[Money] {
	rate, ok := b.rates.on(currency, on)
	if !m.Known || !ok {
		return extract.Opt[Money]{}
	}
	v, err := m.Value.Times(rate)
	if err != nil {
		return extract.Opt[Money]{}
	}
	return extract.Some(v)
}
