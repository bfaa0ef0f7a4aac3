package lifetime

import (
	"math"

	"clientele/transform/model/special"
)

// Expected returns how many order days the customer will have within the next weeks,
// from 0. Fader and Hardie (2005), eq. 41; s = 1 is not special in this form.
func (m ParetoNBD) Expected(h History, weeks float64) float64 {
	mean, _ := m.Moments(h, weeks)
	return mean
}

// Moments returns the expected number of order days within the next weeks and its
// variance, the parameters taken as known. Of a customer active now the rate of orders
// is gamma of r+x and α+T, the time still to come has the tail ((β+T)/(β+T+u))^s, and
// the two are independent; in a given time the number of orders is Poisson.
func (m ParetoNBD) Moments(h History, weeks float64) (mean, variance float64) {
	if weeks <= 0 {
		return 0, 0
	}
	return m.moments(m.Alive(h), h, weeks)
}

func (m ParetoNBD) moments(alive float64, h History, weeks float64) (mean, variance float64) {
	x, _, age := h.weeks()
	rate, known := (m.R+x)/(m.Alpha+age), m.Beta+age
	ln := math.Log1p(weeks / known)
	active := known * powered(1-m.S, ln)
	squared := 2 * known * known * (powered(2-m.S, ln) - powered(1-m.S, ln))
	mean = alive * rate * active
	square := mean + alive*rate*(m.R+x+1)/(m.Alpha+age)*math.Max(squared, active*active)
	return mean, math.Max(0, square-mean*mean)
}

// powered returns (e^(k ln) − 1)/k, and its limit at k = 0.
func powered(k, ln float64) float64 {
	if k == 0 {
		return ln
	}
	return math.Expm1(k*ln) / k
}

// Acquired returns how many repeat order days a customer will have within that many
// weeks after the first order. Fader and Hardie (2005), eq. 27.
func (m ParetoNBD) Acquired(weeks float64) float64 { return m.Expected(History{}, weeks) }

// WeeklyRate returns the continuous discount rate per week that is d per year: ln(1+d)
// over the 365.25/7 weeks of a year. 0.10 is ten per cent a year.
func WeeklyRate(d float64) float64 { return math.Log1p(d) * daysAWeek / 365.25 }

// DERT returns the discounted expected residual transactions: how many order days are
// still to come, for ever, each counted less the later it is. rate is continuous and per
// week, above zero, see WeeklyRate; NaN otherwise. A rate per year put in here makes
// customers worth a twentieth. Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, RFM
// and CLV: Using Iso-Value Curves for Customer Base Analysis, JMR 42 (2005), eq. 2.
func (m ParetoNBD) DERT(h History, rate float64) float64 {
	x, last, age := h.weeks()
	return m.dert(x, last, age, rate)
}

func (m ParetoNBD) dert(x, last, age, rate float64) float64 {
	ln := m.R*math.Log(m.Alpha) + m.S*math.Log(m.Beta) + (m.S-1)*math.Log(rate) +
		special.LnGamma(m.R+x+1) - special.LnGamma(m.R) - (m.R+x+1)*math.Log(m.Alpha+age) +
		special.LnTricomi(m.S, rate*(m.Beta+age)) - m.logLikelihood(x, last, age)
	return math.Exp(ln)
}
