package metrics

import (
	"clientele/extract"
	"clientele/transform/model"
)

// ordered calls do with the day of every order of the two twelve months.
func (l *life) ordered(from Day, do func(Day)) {
	for _, d := range l.days {
		if d >= from {
			do(d)
		}
	}
	for _, d := range l.again {
		do(d)
	}
}

// daily counts orders by calendar day over a window.
func (c *cut) daily(lives []*life, in Window) []float64 {
	out := make([]float64, in.To-in.From)
	for _, l := range lives {
		l.ordered(in.From, func(d Day) {
			if in.Has(d) {
				out[d-in.From]++
			}
		})
	}
	return out
}

// weekdays are the mean orders and contacts of each day of the week.
func (c *cut) weekdays(lives []*life) []Weekday {
	in := c.win.year
	var days, orders, contacts [7]float64
	for d := in.From; d < in.To; d++ {
		days[monday(d)]++
	}
	for i, n := range c.daily(lives, in) {
		orders[monday(in.From+Day(i))] += n
	}
	for _, l := range lives {
		for i := range l.tickets {
			if t := &l.tickets[i]; t.year && !t.internal() {
				contacts[monday(t.at.Day(c.zone))]++
			}
		}
	}
	out := make([]Weekday, 7)
	for i, name := range [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"} {
		out[i] = Weekday{name, decimal(orders[i] / days[i]).Value, decimal(contacts[i] / days[i]).Value}
	}
	return out
}

// monday returns 0 for a Monday to 6 for a Sunday.
func monday(d Day) int { return (int(d.Time().Weekday()) + 6) % 7 }

// deskMonths counts orders and contacts of the complete calendar months that lie
// wholly within the two twelve months.
func (c *cut) deskMonths(lives []*life) []DeskMonth {
	first := c.win.before.From.Month()
	if first < c.win.before.From {
		first = first.AddMonths(1)
	}
	var out []DeskMonth
	for m := first; m.AddMonths(1) <= c.win.asOf; m = m.AddMonths(1) {
		out = append(out, DeskMonth{Month: m})
	}
	at := func(d Day) *DeskMonth {
		if i := monthsFrom(first, d); d >= first && i < len(out) {
			return &out[i]
		}
		return &DeskMonth{}
	}
	for _, l := range lives {
		l.ordered(first, func(d Day) { at(d).Orders++ })
		for i := range l.tickets {
			t := &l.tickets[i]
			m := at(t.at.Day(c.zone))
			m.Contacts += one(!t.internal())
			m.Complaints += one(t.topic == extract.TopicComplaint && !t.internal())
		}
	}
	return out
}

// perDay returns what falls on a day of a window.
func perDay(n int64, in Window) extract.Decimal {
	return decimal(float64(n) / float64(in.To-in.From)).Value
}

// quantile returns the value so many of all do not exceed, unknown without any.
func quantile(values []float64, share float64) extract.Opt[extract.Decimal] {
	return decimal(model.Quantile(values, share))
}
