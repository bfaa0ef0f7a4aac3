package metrics

import (
	"fmt"
	"math"
	"math/rand/v2"

	"clientele/extract"
	"clientele/transform/model/contract"
	"clientele/transform/model/lifetime"
	"clientele/transform/model/race"
)

// forecast is the race and what won it.
type forecast struct {
	result  race.Result
	why     string // there was none
	worth   worth
	whole   []float64      // by place: order days within the months
	ahead   []float64      // by place: the same, discounted
	soon    [][]float64    // for each of periodsAhead, by place: order days within them
	spreads *spreads       // nil of a plain rule
	held    *contract.SBG  // nil where renewals tell nothing
	lapses  []contract.SBG // what they leave possible of it
}

// raced reports whether a race was won.
func (f *forecast) raced() bool { return f.why == "" && f.result.Forecast != nil }

// weeksAMonth is a twelfth of the mean Gregorian year of 365.2425 days.
const weeksAMonth = 365.2425 / 7 / 12

// foresee estimates what every customer who ever ordered will still bring: order days by
// what won the race, each worth what the customer's orders are, times the share of net
// profit in it, discounted from the middle of each month. Nobody is expected to bring
// nothing because they are shown as lost: the forecast knows how long they have been
// silent. Where there is too little for a race the estimate is steady.
func (s *Set) foresee() {
	s.kept = s.retention()
	s.race()
	if !s.forecast.raced() {
		s.steady()
		return
	}
	s.forecast.worth = s.learnWorth()
	f := &s.forecast
	f.ahead = f.result.Ahead(present(s.rules.LifetimeMonths, s.rules.DiscountRate.Float()))
	f.whole = f.result.Ahead([]float64{float64(s.rules.LifetimeMonths) * weeksAMonth}, []float64{1})
	f.soon = s.soon()
	f.spreads, f.held = s.spread(), s.heldModel()
	if f.held != nil {
		f.lapses = f.held.Draws(lifetime.Draws, rand.NewPCG(uint64(s.win.asOf), 1))
	}
	for place, of := range f.result.Of {
		l := s.lives[of]
		l.foreseen = int32(place + 1)
		s.expectOf(l, f.ahead[place])
	}
}

// race lets the contestants run over everybody's order days.
func (s *Set) race() {
	end := int32(s.win.asOf - 1)
	customers := make([]race.Customer, len(s.lives))
	for i, l := range s.lives {
		customers[i] = raceDays(l.days, end)
	}
	var err error
	if s.forecast.result, err = race.Run(customers, end, s.worthThen); err != nil {
		s.forecast.why = err.Error()
	}
}

// worthThen says what order days were taken to be worth so many weeks ago, by what had
// been bought by then, and what was bought from then on.
func (s *Set) worthThen(customers []int32, ago, weeks int32) (each, came []float64) {
	then := func(l *life) purse { return l.purseBefore(s.win.asOf, ago) }
	w := s.learnValue(then)
	each, came = make([]float64, len(customers)), make([]float64, len(customers))
	for i, n := range customers {
		l := s.lives[n]
		each[i] = w.of(then(l), l.row.Segment)
		came[i] = (l.boughtSince(ago) - l.boughtSince(ago-weeks)).Float()
	}
	return each, came
}

// raceDays leaves out what lies further back than a model can hold, 179 years.
func raceDays(days []Day, end int32) race.Customer {
	c := make(race.Customer, 0, len(days))
	for _, d := range days {
		if int32(d) >= end-lifetime.MaxDays {
			c = append(c, int32(d))
		}
	}
	return c
}

// expectOf sets what one customer is expected to bring.
func (s *Set) expectOf(l *life, orders float64) {
	r := l.row
	switch {
	case !r.Net.Known:
		return
	case ended(l):
		r.Ahead, r.LifetimeBasis = extract.Some(Money(0)), AheadEnded
		return
	case len(l.days) < 2:
		r.LifetimeBasis = AheadOnce
	default:
		r.LifetimeBasis = AheadOwn
	}
	if first, ok := s.underContract(l); ok && s.forecast.held != nil {
		if yearly, ok := s.heldProfit(l, first); ok {
			r.Ahead, r.LifetimeBasis = s.maybe(money(yearly*s.heldFactor(s.forecast.held, first))), AheadContract
			return
		}
	}
	r.Ahead = s.maybe(money(orders * s.forecast.worth.each(l) * s.forecast.worth.profit(l)))
}

// ended reports whether the records say that there will be no order: a fact, where
// silence is only a sign.
func ended(l *life) bool {
	return l.leave != 0 || l.row.Status == extract.PartyClosed || l.row.Status == extract.PartyDeceased
}

// money returns an amount of the company's currency, unknown where it is no number or
// beyond what money holds.
func money(v float64) extract.Opt[Money] {
	v = nine(v) * float64(extract.Unit)
	if math.IsNaN(v) || math.Abs(v) > 9e17 {
		return extract.Opt[Money]{}
	}
	return extract.Some(Money(math.RoundToEven(v)))
}

// present returns times in weeks, and weights, so that the sum of weight × expected order
// days within each time is the order days of every month to come, each discounted from
// its middle: Σ (E_k − E_k−1)·v_k, v_k = (1+d)^(−(k−½)/12). Summed by parts that is
// E_n·v_n + Σ E_k·(v_k − v_k+1). Beyond nodes of them the months between are read off a
// polynomial in ln(1+month), through E at the nodes: E grows ever more slowly, and in
// that scale evenly.
func present(months int, discount float64) (weeks, weights []float64) {
	at := nodesOf(months)
	weeks, weights = make([]float64, len(at)), make([]float64, len(at))
	for i, m := range at {
		weeks[i] = m * weeksAMonth
	}
	v := func(k int) float64 { return math.Pow(1+discount, -(float64(k)-.5)/12) }
	for k := 1; k <= months; k++ {
		w := v(k)
		if k < months {
			w -= v(k + 1)
		}
		for i, share := range between0(at, float64(k)) {
			weights[i] += w * share
		}
	}
	return weeks, weights
}

// nodes is how many times at most a forecast is asked for: the sum is then within a
// thousandth of the one over every month.
const nodes = 7

// nodesOf returns the months asked for, the last of them the last.
func nodesOf(months int) []float64 {
	n := min(nodes, months)
	out := make([]float64, n)
	end := math.Log1p(float64(months))
	for i := range out {
		switch {
		case months <= nodes:
			out[i] = float64(i + 1)
		default: // Chebyshev's extrema of 0 to end, without the 0 where nothing is expected
			out[i] = math.Expm1(end * (1 - math.Cos(math.Pi*float64(i+1)/float64(n))) / 2)
		}
	}
	out[n-1] = float64(months)
	return out
}

// between0 returns Lagrange's shares of the nodes in the value at month k, of a curve
// that is 0 at 0.
func between0(at []float64, k float64) []float64 {
	u := math.Log1p(k)
	out := make([]float64, len(at))
	for i := range at {
		x := math.Log1p(at[i])
		out[i] = u / x
		for j := range at {
			if j != i {
				y := math.Log1p(at[j])
				out[i] *= (u - y) / (x - y)
			}
		}
	}
	return out
}

// lifetimeModel says in words what the estimate is.
func (s *Set) lifetimeModel() string {
	percent := (s.rules.DiscountRate * 100).String() + " %"
	if !s.forecast.raced() {
		return fmt.Sprintf(lifetimeName, s.rules.LifetimeMonths, percent)
	}
	return fmt.Sprintf(foreseenName, s.forecast.result.Winner, s.rules.LifetimeMonths, s.forecast.worth.name(), percent)
}

// foreseenName is what the estimate is called after a race.
const foreseenName = "%s, which won the race, forecasts the order days of the next %d months; each is worth %s, times the share of net profit in the customer's purchases; discounted at %s a year"
