package lifetime

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/stat/distuv"
)

// play draws how many order days a customer has within the next weeks: whether they are
// active, their own rates given what they did so far, and then what happens. Beside it
// stands what was to be expected. All chance comes from the source.
func (m ParetoNBD) play(h History, weeks float64, source rand.Source) (drawn, expected float64) {
	if weeks <= 0 {
		return 0, 0
	}
	alive := m.Alive(h)
	expected, _ = m.moments(alive, h, weeks)
	if rand.New(source).Float64() >= alive {
		return 0, expected
	}
	x, _, age := h.weeks()
	rate := drawGamma(m.R+x, m.Alpha+age, source)
	leaving := drawGamma(m.S, m.Beta+age, source)
	stays := rand.New(source).ExpFloat64() / leaving
	return drawPoisson(rate*math.Min(weeks, stays), source), expected
}

// play draws as that of ParetoNBD does: of the orders to come all up to the one after
// which the customer leaves.
func (m BetaGeometric) play(h History, weeks float64, source rand.Source) (drawn, expected float64) {
	expected = m.Expected(h, weeks)
	if weeks <= 0 || rand.New(source).Float64() >= m.Alive(h) {
		return 0, expected
	}
	x, _, age := h.weeks()
	orders := drawPoisson(drawGamma(m.R+x, m.Alpha+age, source)*weeks, source)
	return math.Min(orders, m.drawLast(m.occasions(x), source)), expected
}

// drawLast returns after how many more orders the customer leaves: geometric in their
// own chance of leaving, which is beta.
func (m BetaGeometric) drawLast(occasions float64, source rand.Source) float64 {
	leave, stay := drawGamma(m.A, 1, source), drawGamma(m.B+occasions, 1, source)
	if leave == 0 {
		return math.Inf(1)
	}
	// ln(1−p), p = leave/(leave+stay)
	ln := -math.Log1p(leave / stay)
	return 1 + math.Floor(-rand.New(source).ExpFloat64()/ln)
}

func drawGamma(shape, rate float64, source rand.Source) float64 {
	return distuv.Gamma{Alpha: shape, Beta: rate, Src: source}.Rand()
}

// drawPoisson returns the mean itself where it is so large that it hardly varies.
func drawPoisson(mean float64, source rand.Source) float64 {
	if !(mean < 1e9) {
		return mean
	}
	return distuv.Poisson{Lambda: mean, Src: source}.Rand()
}
