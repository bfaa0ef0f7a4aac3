package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// cents rounds to the currency's minor unit.
func (b *base) cents(m Money) Money { return m.Round(b.rules.MinorPlaces) }

func (b *base) maybe(m extract.Opt[Money]) extract.Opt[Money] {
	if m.Known {
		m.Value = b.cents(m.Value)
	}
	return m
}

// costedBy returns the revenue that gross profit is of: gross profit and the goods.
func (b *base) costedBy(gross extract.Opt[Money], s *sum) Money {
	if !gross.Known {
		return 0
	}
	return gross.Value + b.cents(s.goods)
}

// round fills the money of every row with amounts as they are shown.
func (s *Set) round() {
	for _, l := range s.lives {
		r := l.row
		r.Revenue, r.RevenueBefore = s.cents(l.year.net()), s.cents(l.before.net())
		r.Recent, r.RecentBefore = s.cents(l.recent), s.cents(l.recentBefore)
		r.Period, r.PeriodBefore = s.cents(l.period), s.cents(l.periodBefore)
		r.RevenueAll, r.Credited = s.cents(l.all.net()), s.cents(-l.year.credits)
		r.Gross, r.GrossBefore, r.GrossAll = s.maybe(l.year.gross()), s.maybe(l.before.gross()), s.maybe(l.all.gross())
		r.Costed, r.CostedBefore = s.costedBy(r.Gross, &l.year), s.costedBy(r.GrossBefore, &l.before)
		if l.year.orders > 0 {
			r.AverageOrder = extract.Some(s.cents(l.year.sales / Money(l.year.orders)))
		}
		r.Receivable = extract.Opt[Money]{Value: s.cents(l.paid.open), Known: l.paid.billed && s.data.has(extract.Payments)}
		if l.paid.amount > 0 {
			r.DaysToPay = decimal(float64(l.paid.weighted) / float64(l.paid.amount))
		}
		r.Move = moved(r)
		s.pack(l)
		s.categories(l)
	}
}

// moved says how revenue moved against the twelve months before.
func moved(r *transform.Figures) string {
	switch {
	case r.Revenue == r.RevenueBefore:
		return transform.MoveNone
	case r.Orders > 0 && r.OrdersAll == r.Orders:
		return transform.MoveNew
	case r.Orders == 0 && r.OrdersBefore > 0:
		return transform.MoveLost
	case r.Orders > 0 && r.OrdersBefore == 0:
		return transform.MoveReturned
	case r.Revenue > r.RevenueBefore:
		return transform.MoveGrowing
	}
	return transform.MoveDeclining
}

// pack writes the monthly series and its slope.
func (s *Set) pack(l *life) {
	nets, gross := s.monthly(l)
	for i := range nets {
		nets[i] = s.cents(nets[i])
	}
	l.row.Places = int64(s.rules.MinorPlaces)
	l.row.Months = transform.PackMonths(nets, l.row.Places)
	if !l.row.Gross.Known || len(l.days) == 0 || l.days[0] > s.win.year.From {
		return
	}
	last := len(gross)
	if s.win.partial((s.win.asOf - 1).Month()) {
		last--
	}
	values := make([]float64, 0, 12)
	for _, g := range gross[max(0, last-12):last] {
		values = append(values, g.Float())
	}
	l.row.Slope = extract.Some(s.cents(Money(nine(model.TheilSen(values)) * float64(extract.Unit))))
	l.row.SlopeP = decimal(model.MannKendall(values))
}

// monthly returns revenue and gross profit of the calendar months of the series.
func (s *Set) monthly(l *life) (nets, gross []Money) {
	nets, gross = make([]Money, transform.SeriesMonths), make([]Money, transform.SeriesMonths)
	for _, m := range l.months {
		if i := monthsFrom(s.win.series, m.from); i >= 0 {
			nets[i] += m.net
			gross[i] += m.gross
		}
	}
	return nets, gross
}

// monthsFrom counts the calendar months from one first of a month to another.
func monthsFrom(a, b Day) int {
	ay, am, _ := a.Time().Date()
	by, bm, _ := b.Time().Date()
	return 12*(by-ay) + int(bm) - int(am)
}

// categories names what was bought in twelve months, largest first.
func (s *Set) categories(l *life) {
	bought := make([]buy, 0, len(l.buys))
	for _, b := range l.buys {
		if b.thisYear {
			bought = append(bought, b)
		}
	}
	slices.SortStableFunc(bought, func(a, b buy) int {
		return cmp.Or(-cmp.Compare(a.net, b.net), cmp.Compare(a.category, b.category))
	})
	l.row.Categories = int64(len(bought))
	for i, b := range bought {
		if i > 0 {
			l.row.CategoryList += "\n"
		}
		l.row.CategoryList += s.goods.names[b.category]
	}
	if len(bought) > 0 {
		l.row.LargestCategory = s.goods.names[bought[0].category]
	}
}

// net subtracts cost to serve from gross profit. Contribution to date is gross
// profit to date less the cost to serve of the two years that were charged.
func (s *Set) net() {
	before := s.costed.months >= s.costs.months
	for _, l := range s.lives {
		r := l.row
		r.CostToServe = r.Costs.Total()
		served := extract.Opt[Money]{Value: l.costsBefore.Total(), Known: before}
		r.CostToServeBefore = served
		r.Net = less(r.Gross, r.CostToServe)
		if before {
			r.NetBefore = less(r.GrossBefore, served.Value)
		}
		if len(l.days) > 0 {
			r.Lifetime = less(r.GrossAll, r.CostToServe+served.Value)
		}
		r.LargestDriver = largest(r.Costs)
	}
}

func less(a extract.Opt[Money], b Money) extract.Opt[Money] {
	if a.Known {
		a.Value -= b
	}
	return a
}

// largest names the activity that costs most, nothing where none costs anything.
func largest(c transform.Costs) string {
	name, most := "", Money(0)
	for a, n := range activityNames() {
		if m := *field(&c, a); m > most {
			name, most = n, m
		}
	}
	return name
}
