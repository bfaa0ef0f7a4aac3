package metrics

import (
	"clientele/transform"
)

// toDate adds up everything before the as-of day.
func (c *cut) toDate() ToDate {
	t := ToDate{
		Orders:  c.counts(func(l *life) int64 { return l.all.orders }),
		Revenue: c.split(func(l *life) Money { return l.all.net() }, func(r *transform.Figures) Money { return r.RevenueAll }),
		Gross:   c.split(func(l *life) Money { return l.all.gross().Value }, func(r *transform.Figures) Money { return r.GrossAll.Value }),
	}
	for _, l := range c.lives {
		r := l.row
		t.Buyers += one(r.OrdersAll > 0)
		t.Repeat += one(r.OrdersAll > 1)
		t.RepeatDays += one(r.OrderDays > 1)
		t.Active += one(r.Active)
		t.Lapsed += one(r.OrdersAll > 0 && !r.Active)
		t.span(l)
	}
	nobody, _ := c.others()
	for _, l := range nobody {
		t.span(l)
	}
	t.Months = c.monthTotals(t.FirstDay)
	return t
}

func (t *ToDate) span(l *life) {
	if len(l.days) == 0 {
		return
	}
	if first := l.days[0]; t.FirstDay == 0 || first < t.FirstDay {
		t.FirstDay = first
	}
	t.LastDay = max(t.LastDay, l.days[len(l.days)-1])
}

// monthTotals lists every calendar month from the first sale on.
func (c *cut) monthTotals(first Day) []MonthTotal {
	nobody, _ := c.others()
	for _, list := range [][]*life{c.lives, nobody} {
		for _, l := range list {
			if len(l.months) > 0 && (first == 0 || l.months[0].from < first) {
				first = l.months[0].from
			}
		}
	}
	if first == 0 {
		return nil
	}
	var out []MonthTotal
	for m := first.Month(); m < c.win.asOf; m = m.AddMonths(1) {
		out = append(out, MonthTotal{Month: m, Partial: c.win.partial(m)})
	}
	for _, l := range c.lives {
		addMonths(out, l)
		addBuyers(out, l)
	}
	for _, l := range nobody {
		addMonths(out, l)
	}
	return out
}

func addMonths(out []MonthTotal, l *life) {
	for _, m := range l.months {
		t := &out[monthsFrom(out[0].Month, m.from)]
		t.Orders += int64(m.orders)
		t.Revenue += m.net
		t.Gross += m.gross
	}
}

func addBuyers(out []MonthTotal, l *life) {
	last := -1
	for i, d := range l.days {
		n := monthsFrom(out[0].Month, d)
		if i == 0 {
			out[n].New++
		}
		if n != last {
			out[n].Buyers++
		}
		last = n
	}
}
