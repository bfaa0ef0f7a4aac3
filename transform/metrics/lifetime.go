package metrics

import (
	"math"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// lifetimeName is what the estimate is called.
const lifetimeName = "Steady margin: net profit of twelve months, going on with the yearly retention of customers who order as often, %d months ahead, discounted at %s a year"

// cells of retention: how many order days within twelve months.
func retentionCells() []string {
	return []string{"1 order day", "2-3 order days", "4-11 order days", "12 or more order days"}
}

// retentionCell returns the cell of a customer who ordered on n days of twelve
// months, -1 for none.
func retentionCell(n int) int {
	switch {
	case n == 0:
		return -1
	case n == 1:
		return 0
	case n < 4:
		return 1
	case n < 12:
		return 2
	}
	return 3
}

func (l *life) daysIn(w Window) int {
	a, _ := slices.BinarySearch(l.days, w.From)
	b, _ := slices.BinarySearch(l.days, w.To)
	return b - a
}

// steady estimates what every active customer will still bring where too little is known
// for a race: a twelfth of last year's net profit each month, times the chance to be a
// customer in the middle of that month, r^(t/12), discounted. The yearly retention r is
// the share, of those active a year ago with as many order days, that is active now,
// drawn towards everybody's. Lost customers are expected to bring nothing, losses go on
// as losses, and whoever has no year to learn from is unknown: P. D. Berger and N. I.
// Nasr, Customer lifetime value, Journal of Interactive Marketing 12 (1998), case 1.
func (s *Set) steady() {
	learned := s.everybody().Of > 0
	for _, l := range s.lives {
		r := l.row
		i := retentionCell(l.daysIn(s.win.year))
		switch {
		case len(l.days) == 0 || !r.Net.Known:
		case r.State == transform.StateLost:
			r.Ahead, r.LifetimeBasis = extract.Some(Money(0)), transform.StateLost
		case i >= 0 && learned:
			factor := annuity(s.kept[i].Shrunk.Float(), s.rules.DiscountRate.Float(), s.rules.LifetimeMonths)
			r.Ahead = extract.Some(s.cents(Money(math.RoundToEven(nine(float64(r.Net.Value) * factor)))))
			r.LifetimeBasis = s.kept[i].Cell
		}
	}
}

// annuity returns how many years' profit so many months ahead are worth.
func annuity(retention, discount float64, months int) float64 {
	sum := 0.0
	for k := 1; k <= months; k++ {
		t := (float64(k) - .5) / 12
		sum += math.Pow(retention, t) * math.Pow(1+discount, -t) / 12
	}
	return nine(sum)
}

func (s *Set) everybody() Rate {
	var all Rate
	for _, l := range s.lives {
		if l.row.WasActive {
			all.Of++
			all.Part += one(l.row.Active)
		}
	}
	return all
}

func (s *Set) retention() []Retention {
	raw := make([]Rate, len(retentionCells()))
	for _, l := range s.lives {
		if i := retentionCell(l.daysIn(s.win.before)); i >= 0 && l.row.WasActive {
			raw[i].Of++
			raw[i].Part += one(l.row.Active)
		}
	}
	all := s.everybody()
	wide := model.Shrunk(all.Part, all.Of, .5, 2)
	out := make([]Retention, len(raw))
	for i, name := range retentionCells() {
		shrunk := model.Shrunk(raw[i].Part, raw[i].Of, wide, weight)
		out[i] = Retention{Cell: name, Raw: rate(raw[i].Part, raw[i].Of), Shrunk: decimal(shrunk).Value}
	}
	return out
}
