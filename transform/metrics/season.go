package metrics

import (
	"clientele/transform"
)

// A season is how a customer's year is shaped: revenue by calendar month, January
// first. The zero season is even.
type season struct {
	months [12]Money
	known  bool
}

// seasonBefore reads a season off the twelve months before a contract: of whoever
// was a customer throughout and ordered on enough days. Months in which credit notes
// outweigh orders count as zero.
func (f *fold) seasonBefore(l *life, sales []sale, starts Day) season {
	in := Window{starts.AddMonths(-12), starts}
	var s season
	n := 0
	for _, d := range l.days {
		n += int(one(in.Has(d)))
	}
	if len(l.days) == 0 || l.days[0] > in.From || n < f.rules.MinSample {
		return s
	}
	for i := range sales {
		if in.Has(sales[i].day) {
			s.months[int(sales[i].day.Time().Month())-1] += sales[i].net
		}
	}
	for i := range s.months {
		s.months[i] = max(0, s.months[i])
		s.known = s.known || s.months[i] > 0
	}
	return s
}

// weight returns how much of the year falls into a window: money of the season's
// months cut by days, or days without a season.
func (s season) weight(in Window) int64 {
	if !s.known {
		return int64(in.To - in.From)
	}
	var sum int64
	for m := in.From.Month(); m < in.To; m = m.AddMonths(1) {
		sum += in.prorated(m, int64(s.months[int(m.Time().Month())-1]))
	}
	return sum
}

// granted is the discount orders carry.
type granted struct {
	discount, gross Money // taken off, and what the same orders were before
	known           bool
}

// grantedSince adds up the discount of valid orders from a day on: the order's own,
// else that of its lines. Orders that say nothing are in neither sum.
func (f *fold) grantedSince(h *transform.History, from Day) granted {
	var g granted
	for i := range h.Orders {
		o := &h.Orders[i]
		day := o.At.Day(f.zone)
		s, ok, err := f.order(o, &tally{})
		if err != nil || !ok || day < from {
			continue
		}
		less, known := discountOf(o)
		if !known {
			continue
		}
		rate, _ := f.rates.on(o.Currency, day)
		if v, err := less.Times(rate); err == nil {
			g.discount, g.gross, g.known = g.discount+v, g.gross+s.net+v, true
		}
	}
	return g
}

func discountOf(o *transform.Order) (less Money, known bool) {
	if o.Discount.Known {
		return o.Discount.Value, true
	}
	for i := range o.Lines {
		less += o.Lines[i].Discount.Value
		known = known || o.Lines[i].Discount.Known
	}
	return less, known
}
