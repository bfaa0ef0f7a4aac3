package lifetime

import "math"

// A Total adds the play of customers up. As the parameters are everybody's, what they
// leave open does not average out; each customer's luck does.
type Total struct {
	play      Play
	customers int
	forecast  float64
}

// Add adds one customer and what the estimate forecasts for them.
func (t *Total) Add(p Play, forecast float64) {
	if t.customers == 0 {
		t.play = Play{make([]float64, len(p.Drawn)), make([]float64, len(p.Drawn))}
	}
	for i := range p.Drawn {
		t.play.Drawn[i] += p.Drawn[i]
		t.play.Expected[i] += p.Expected[i]
	}
	t.customers++
	t.forecast += forecast
}

// Of returns the play of so many customers of which those added are an even sample, and
// whose total the estimate forecasts: the expectation grows with that total, luck with
// the square root of their number. Of the customers added themselves it is their sum.
func (t *Total) Of(customers int, forecast float64) Play {
	p := Play{make([]float64, len(t.play.Drawn)), make([]float64, len(t.play.Drawn))}
	if !(t.forecast > 0) {
		return p
	}
	luck := math.Sqrt(float64(customers) / float64(t.customers))
	for i, e := range t.play.Expected {
		p.Expected[i] = forecast / t.forecast * e
		p.Drawn[i] = math.Max(0, p.Expected[i]+luck*(t.play.Drawn[i]-e))
	}
	return p
}
