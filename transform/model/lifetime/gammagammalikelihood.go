package lifetime

import (
	"math"

	"gonum.org/v1/gonum/mathext"

	"clientele/transform/model/special"
)

// valueLikelihood is the log-likelihood of GammaGamma: Fader and Hardie (2013), eq. 1a.
// A customer costs one logarithm; what depends on the orders alone is computed once
// for each number of them.
type valueLikelihood struct {
	spends    []Spend
	lnTotals  []float64 // ln of orders × mean
	lnMeans   float64   // Σ ln mean, no part of the search
	orders    []float64 // the distinct numbers of orders, ascending
	customers []float64 // how many have each
}

func newValueLikelihood(spends []Spend) valueLikelihood {
	l := valueLikelihood{spends: spends, lnTotals: make([]float64, len(spends))}
	var count []float64
	for i, s := range spends {
		l.lnTotals[i] = math.Log(float64(s.Orders)) + math.Log(s.Mean)
		l.lnMeans += math.Log(s.Mean)
		for len(count) <= int(s.Orders) {
			count = append(count, 0)
		}
		count[s.Orders]++
	}
	for orders, n := range count {
		if n > 0 {
			l.orders, l.customers = append(l.orders, float64(orders)), append(l.customers, n)
		}
	}
	return l
}

// valueSums are Σ x ln(1+γ/z), Σ ln(γ+z), Σ x/(γ+z) and Σ 1/(γ+z), z the customer's total.
type valueSums struct{ own, all, orders, customers float64 }

// minus returns the minus log-likelihood at the logarithms of p, q and γ, and its
// gradient. x ln z is taken from (x p + q) ln(γ+z) before either is multiplied by p,
// so that nothing large cancels where orders of one customer hardly differ.
func (l valueLikelihood) minus(x, gradient []float64) float64 {
	p, q, g := math.Exp(x[0]), math.Exp(x[1]), math.Exp(x[2])
	s := l.sum(g)
	n := float64(len(l.spends))
	ll := -p*s.own - q*s.all + n*(q*x[2]-special.LnGamma(q)) - l.lnMeans
	dp, dq := -s.own, -s.all+n*(x[2]-mathext.Digamma(q))
	dg := n*q/g - p*s.orders - q*s.customers
	for i, orders := range l.orders {
		px, w := p*orders, l.customers[i]
		both := mathext.Digamma(px + q)
		ll += w * (special.LnGamma(px+q) - special.LnGamma(px))
		dp += w * orders * (both - mathext.Digamma(px))
		dq += w * both
	}
	gradient[0], gradient[1], gradient[2] = -dp*p, -dq*q, -dg*g
	return -ll
}

func (l valueLikelihood) sum(g float64) valueSums {
	parts := make([]valueSums, chunksOf(len(l.spends)))
	inChunks(len(l.spends), func(c, from, to int) {
		s := &parts[c]
		for i := from; i < to; i++ {
			x := float64(l.spends[i].Orders)
			z := x * l.spends[i].Mean
			beyond := math.Log1p(g / z)
			s.own += x * beyond
			s.all += l.lnTotals[i] + beyond
			s.orders += x / (g + z)
			s.customers += 1 / (g + z)
		}
	})
	var all valueSums
	for _, s := range parts {
		all.own += s.own
		all.all += s.all
		all.orders += s.orders
		all.customers += s.customers
	}
	return all
}
