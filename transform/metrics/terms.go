package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// terms finds the contracts in force on the last day of the period and what was
// bought since each began. What is agreed grows with the days of its term.
func (f *fold) terms(l *life, h *transform.History, sales []sale) {
	for i := range h.Contracts {
		c := &h.Contracts[i]
		if c.Status != extract.Valid || c.Starts >= f.win.asOf || (c.Ends != 0 && c.Ends < f.win.asOf) {
			continue
		}
		t := Contract{
			Customer: l.row.ID, ID: c.ID, Starts: c.Starts, Ends: c.Ends, Discount: c.Discount, DaysAgreed: c.PayDays,
			Agreed: f.converted(c.Agreed, c.Currency, c.Starts),
		}
		for j := range sales {
			if sales[j].day >= c.Starts {
				t.Bought += sales[j].net
			}
		}
		if t.Agreed.Known && c.Ends != 0 {
			t.ProRata = extract.Some(Money(portion(int64(t.Agreed.Value), int64(f.win.asOf-c.Starts), int64(c.Ends-c.Starts))))
		}
		l.contracts = append(l.contracts, t)
	}
	slices.SortFunc(l.contracts, func(a, b Contract) int {
		return cmp.Or(-cmp.Compare(a.Agreed.Value, b.Agreed.Value), cmp.Compare(a.ID, b.ID))
	})
}

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
