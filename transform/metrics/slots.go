package metrics

import (
	"slices"

	"clientele/transform"
)

// A slot is what serving a customer took, what they left and what they were charged in a few days: those between two
// edges of the windows profit is shown of. Months, a week and the twelve months are sums of slots, so they tie.
type slot struct {
	at int // place in windows.slots
	drivers
	gross Money // of what has a known cost, less credit notes
	cost  Money // their share of the cost to serve of the twelve months the slot lies in
}

// slotsOf divides the twenty-four months at every edge that profit is shown between: of the years, of the last thirteen
// complete calendar months, of the period and of the same a year ago.
func slotsOf(w *windows) []Window {
	edges := []Day{w.before.From, w.year.From, w.asOf, w.period.From, w.period.To, w.periodBefore.From, w.periodBefore.To}
	for m := profitFrom(w.asOf); m < w.asOf; m = m.AddMonths(1) {
		edges = append(edges, m)
	}
	edges = slices.DeleteFunc(edges, func(d Day) bool { return d < w.before.From || d > w.asOf })
	slices.Sort(edges)
	edges = slices.Compact(edges)
	out := make([]Window, len(edges)-1)
	for i := range out {
		out[i] = Window{edges[i], edges[i+1]}
	}
	return out
}

// sparkMonths is how many complete calendar months profit is shown of: twelve, and the one a year before the last.
const sparkMonths = 13

// profitFrom returns the first day of those months.
func profitFrom(asOf Day) Day { return asOf.Month().AddMonths(-sparkMonths) }

// slotOf returns the place of the slot a day lies in, -1 outside of the twenty-four months.
func (w *windows) slotOf(d Day) int {
	if d < w.before.From || d >= w.asOf {
		return -1
	}
	i, found := slices.BinarySearchFunc(w.slots, d, func(s Window, d Day) int { return int(s.From - d) })
	if !found {
		i--
	}
	return i
}

// slot returns a customer's slot, and makes it where nothing happened in it so far.
func (l *life) slot(at int) *slot {
	i, found := slices.BinarySearchFunc(l.slots, at, func(s slot, at int) int { return s.at - at })
	if !found {
		l.slots = slices.Insert(l.slots, i, slot{at: at})
	}
	return &l.slots[i]
}

// lend counts an open amount for every day of a span.
func (f *fold) lend(l *life, open Money, span Window) {
	if open <= 0 {
		return
	}
	for i, s := range f.win.slots {
		if days := span.overlap(s); days > 0 {
			l.slot(i).moneyDays += int64(open) * days
		}
	}
}

// took adds the drivers of a window up, whose edges must be edges of slots, without the kinds of contacts that have no
// minutes recorded.
func (l *life) took(w *windows, in Window) (d drivers) {
	mine := l.within(w, in)
	for i := range mine {
		one := mine[i].drivers
		one.blanks = nil
		d.add(&one)
	}
	return d
}

// squeeze leaves one slot for each of the two years, of somebody whose profit nobody asks for by days.
func (l *life) squeeze(w *windows) {
	var out []slot
	for _, in := range []Window{w.before, w.year} {
		mine := l.within(w, in)
		if len(mine) == 0 {
			continue
		}
		all := slot{at: w.slotOf(in.From)}
		for i := range mine {
			all.add(&mine[i].drivers)
		}
		out = append(out, all)
	}
	l.slots = out
}

func (d *drivers) add(o *drivers) {
	d.orders, d.lines, d.shipments, d.costless = d.orders+o.orders, d.lines+o.lines, d.shipments+o.shipments, d.costless+o.costless
	d.late, d.dated, d.returns = d.late+o.late, d.dated+o.dated, d.returns+o.returns
	d.visits, d.calls, d.contacts = d.visits+o.visits, d.calls+o.calls, d.contacts+o.contacts
	d.own, d.moneyDays = d.own+o.own, d.moneyDays+o.moneyDays
	d.orderMinutes, d.dropMinutes, d.returnMinutes = d.orderMinutes+o.orderMinutes, d.dropMinutes+o.dropMinutes, d.returnMinutes+o.returnMinutes
	d.visitMinutes, d.deskMinutes = d.visitMinutes+o.visitMinutes, d.deskMinutes+o.deskMinutes
	for _, b := range o.blanks {
		d.unrecorded(b.key, b.n)
	}
}

// allot divides what each customer was charged for twelve months over the slots they caused it in, by what the activity
// is charged by: at the rates of the twelve months, so that the slots add up to the cent.
func (s *Set) allot() {
	for _, y := range []struct {
		in Window
		c  *charged
		to func(*life) *transform.Costs
	}{
		{s.win.year, &s.costs, func(l *life) *transform.Costs { return &l.row.Costs }},
		{s.win.before, &s.costed, func(l *life) *transform.Costs { return &l.costsBefore }},
	} {
		drops := s.drops(y.c.pools[delivery], y.in)
		for _, l := range s.lives {
			mine := l.within(&s.win, y.in)
			for a := range activities {
				weight := drops
				if a != delivery {
					weight = func(d *drivers) int64 { return s.weight(a, d) }
				}
				divideOver(mine, *field(y.to(l), a), s.unit(), weight)
			}
		}
	}
}

// within returns the slots of a window, whose edges must be edges of slots.
func (l *life) within(w *windows, in Window) []slot {
	from := slices.IndexFunc(l.slots, func(s slot) bool { return in.Has(w.slots[s.at].From) })
	if from < 0 {
		return nil
	}
	to := from
	for to < len(l.slots) && in.Has(w.slots[l.slots[to].at].From) {
		to++
	}
	return l.slots[from:to]
}

// divideOver charges an amount to slots by weight. What no weight tells goes to the first: nothing is lost.
func divideOver(slots []slot, amount, unit Money, weight func(*drivers) int64) {
	if amount == 0 || len(slots) == 0 {
		return
	}
	weights := make([]int64, len(slots))
	for i := range slots {
		weights[i] = weight(&slots[i].drivers)
	}
	left := amount
	for i, m := range spread(amount, unit, weights) {
		slots[i].cost += m
		left -= m
	}
	slots[0].cost += left
}

// drops returns what delivery is charged by, as deliver does: a shipment's own cost, and its share of the rest.
func (s *Set) drops(p *Pool, in Window) func(*drivers) int64 {
	byMinutes := func(d *drivers) int64 { return s.weight(delivery, d) }
	if p.ByTime {
		return byMinutes
	}
	own := func(d *drivers) int64 { return int64(d.own) }
	rest := int64(p.Amount) - sumOf(s.weigh(in, own))
	if rest <= 0 {
		return own
	}
	by := func(d *drivers) int64 { return int64(d.costless) }
	total := sumOf(s.weigh(in, by))
	if total == 0 {
		by, total = byMinutes, sumOf(s.weigh(in, byMinutes))
	}
	if total == 0 {
		return own
	}
	return func(d *drivers) int64 { return int64(d.own) + portion(rest, by(d), total) }
}
