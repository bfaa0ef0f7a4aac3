package lifetime

import (
	"math"

	"gonum.org/v1/gonum/mathext"

	"clientele/transform/model/fit"
	"clientele/transform/model/special"
)

// paretoObjective is the minus log-likelihood of customers, summed, and its gradient, by
// the logarithms of r, α, s and β.
func paretoObjective(p *Patterns) fit.Objective {
	tabled := repeatsOfMany(p)
	return func(x, gradient []float64) float64 {
		m := ParetoNBD{R: math.Exp(x[0]), Alpha: math.Exp(x[1]), S: math.Exp(x[2]), Beta: math.Exp(x[3])}
		at := paretoAt{m: m, lnAlpha: x[1], lnBeta: x[3], lnS: x[2], gone: departureOf(m), tails: map[int32]tails{}}
		if len(tabled) > 0 {
			at.lnAge = lnAges(m, p.MaxAge)
		}
		for _, repeats := range tabled {
			at.tails[repeats] = at.gone.tails(m.R+float64(repeats), m.S+1, p.MaxAge)
		}
		parts := make([][5]float64, chunksOf(len(p.Rows)))
		inChunks(len(p.Rows), func(c, from, to int) { parts[c] = at.rows(p.Rows[from:to]) })
		var sum [5]float64
		for _, part := range parts {
			for i, v := range part {
				sum[i] += v
			}
		}
		for i, parameter := range []float64{m.R, m.Alpha, m.S, m.Beta} {
			gradient[i] = -sum[i+1] * parameter
		}
		return -sum[0]
	}
}

// paretoAt is the likelihood at one set of parameters.
type paretoAt struct {
	m                    ParetoNBD
	lnAlpha, lnBeta, lnS float64
	gone                 departure
	lnAge                [][2]float64    // ln(α+t) and ln(β+t) by day, where there is a table
	tails                map[int32]tails // of the repeats that many patterns share
}

// rows adds up the log-likelihood and its derivatives by r, α, s and β.
func (a *paretoAt) rows(rows []Pattern) (sum [5]float64) {
	r := a.m.R
	none, dnone := special.LnGamma(r), mathext.Digamma(r)
	var table tails
	var orders, dorders float64 // what depends on the repeats alone: rows lie sorted by them
	for i, row := range rows {
		if x := float64(row.Repeats); i == 0 || row.Repeats != rows[i-1].Repeats {
			orders = special.LnGamma(r+x) - none + r*a.lnAlpha + a.m.S*a.lnBeta
			dorders = mathext.Digamma(r+x) - dnone + a.lnAlpha
			table = a.tails[row.Repeats]
		}
		one := a.row(row.History, table)
		one[0] += orders
		one[1] += dorders
		for k, v := range one {
			sum[k] += float64(row.Customers) * v
		}
	}
	return sum
}

// row weighs, for one customer, that they are still there against that they have left
// since the last order.
func (a *paretoAt) row(h History, table tails) [5]float64 {
	x, last, age := h.weeks()
	m, n := a.m, a.m.R+x
	var lnAlpha, lnBeta float64
	var gone left
	if table != nil {
		lnAlpha, lnBeta, gone = a.lnAge[h.Age][0], a.lnAge[h.Age][1], table.between(h.Last, h.Age)
	} else {
		lnAlpha, lnBeta, gone = math.Log(m.Alpha+age), math.Log(m.Beta+age), a.gone.between(n, m.S+1, last, age)
	}
	stays := -n*lnAlpha - m.S*lnBeta
	ll, share := a.against(stays, gone)
	there := 1 - share
	return [5]float64{
		ll,
		-there*lnAlpha - share*gone.lnAlpha,
		m.R/m.Alpha - n*(there/(m.Alpha+age)+share*gone.perAlpha),
		a.lnBeta - there*lnBeta + share*(1/m.S-gone.lnBeta),
		m.S/m.Beta - there*m.S/(m.Beta+age) - share*(m.S+1)*gone.perBeta,
	}
}

// against adds e^stays and s times the integral, and returns the logarithm and the share
// of those who have left.
func (a *paretoAt) against(stays float64, gone left) (ll, share float64) {
	over := math.Exp(stays - a.lnS - gone.ln)
	if gone.times == 0 || math.IsInf(over, 1) {
		return stays, 0
	}
	sum := over + gone.times
	return a.lnS + gone.ln + math.Log(sum), gone.times / sum
}
