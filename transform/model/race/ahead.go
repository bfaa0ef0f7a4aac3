package race

import "clientele/transform/model/lifetime"

// Ahead returns, for everyone in Seen, the sum of the order days expected within each of
// some times, in weeks, times the weight of that time: one time of weight 1 for the order
// days themselves, several for a sum that is discounted.
func (r Result) Ahead(weeks, weights []float64) []float64 {
	return r.now.each(func(s Seen) float64 {
		sum := 0.0
		for i, w := range weeks {
			sum += weights[i] * r.Forecast.Expected(s, w)
		}
		return sum
	}, r.Estimate != nil)
}

// each asks for every customer; of a model once for those of one history, by several
// goroutines at once.
func (o *origin) each(f func(Seen) float64, model bool) []float64 {
	if model {
		return o.patterns.Each(func(h lifetime.History) float64 { return f(Seen{History: h}) })
	}
	out := make([]float64, len(o.seen))
	for i, s := range o.seen {
		out[i] = f(s)
	}
	return out
}
