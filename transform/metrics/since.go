package metrics

import (
	"slices"

	"clientele/transform"
	"clientele/transform/model/race"
)

// A since is what a customer bought from some past days on, to the cent: what forecasts
// made on those days are held against.
type since struct {
	periods [4]earned // from so many periods before the as-of day, see periodsAhead
	horizon [4]Money  // purchases from so many weeks before it, see race.Ago
}

// earned is what customers left after credit notes, and the gross profit in it.
type earned struct{ net, gross Money }

func (e *earned) add(s *sale) {
	e.net += s.net
	e.gross += s.gross()
}

// pasts are the days forecasts may have been made on.
type pasts struct {
	periods [4]Day
	horizon [4]Day
}

func newPasts(p transform.Period) (out pasts) {
	for i, n := range periodsAhead() {
		out.periods[i] = periodsFrom(p, p.To, -n)
	}
	for i, weeks := range race.Ago() {
		out.horizon[i] = p.To - Day(7*weeks)
	}
	return out
}

// recall adds a sale to all that was bought since the days before it.
func (l *life) recall(s *sale, w *pasts) {
	if s.day < min(w.periods[3], w.horizon[3]) {
		return
	}
	if l.since == nil {
		l.since = &since{}
	}
	for i, from := range w.periods {
		if s.day >= from {
			l.since.periods[i].add(s)
		}
	}
	for i, from := range w.horizon {
		if s.day >= from && !s.credit {
			l.since.horizon[i] += s.net
		}
	}
}

// from returns what was bought since the i-th of the periods before the as-of day.
func (l *life) from(i int) earned {
	if l.since == nil {
		return earned{}
	}
	return l.since.periods[i]
}

// A purse is a customer's purchases up to a day, as far as they tell what an order day is
// worth.
type purse struct {
	days         int
	sales, first Money // of all order days, and of the first
}

// repeats returns how many order days followed the first, and what they were worth.
func (b purse) repeats() (n int, mean float64) {
	n = b.days - 1
	if n < 1 {
		return 0, 0
	}
	return n, max(0, (b.sales-b.first).Float()/float64(n))
}

// purse returns what a customer bought to date.
func (l *life) purse() purse { return purse{len(l.days), l.all.sales, l.firstDay} }

// purseBefore returns what a customer had bought so many weeks before the as-of day, a
// number that race.Ago has.
func (l *life) purseBefore(asOf Day, weeks int32) purse {
	n, _ := slices.BinarySearch(l.days, asOf-Day(7*weeks))
	b := purse{n, l.all.sales - l.boughtSince(weeks), l.firstDay}
	if b.days == 0 {
		return purse{}
	}
	return b
}

// boughtSince returns what a customer bought in the so many weeks before the as-of day.
func (l *life) boughtSince(weeks int32) Money {
	if l.since == nil || weeks == 0 {
		return 0
	}
	for i, ago := range race.Ago() {
		if ago == weeks {
			return l.since.horizon[i]
		}
	}
	return 0
}
