package contract

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"

	"clientele/transform/model/fit"
)

// A Renewal is what became of the contracts that came up for their first, second, …
// renewal: how many were due and how many of these were not renewed. Contracts of
// different ages are added up; one that has not come up yet is in no number.
type Renewal struct{ Due, Lost int64 }

// ErrNoRenewal is returned where no contract has come up for renewal yet.
var ErrNoRenewal = errors.New("no contract has come up for renewal yet: nothing tells how long contracts last")

// contracts is the minus log-likelihood of renewals, by the logarithms of α, β and,
// where it is a third parameter, the shape c. Each renewal is a trial with chance
// r(t) = B(α, β + t^c)/B(α, β + (t−1)^c), so contracts still running need no term.
func contracts(seen []Renewal) fit.Objective {
	return func(x, gradient []float64) float64 {
		clear(gradient)
		alpha, beta, shape := math.Exp(x[0]), math.Exp(x[1]), 1.0
		if len(x) > 2 {
			shape = math.Exp(x[2])
		}
		value := 0.0
		before := age(alpha, beta, shape, 0)
		for t, r := range seen {
			at := age(alpha, beta, shape, float64(t+1))
			kept := at.ln - before.ln
			lost := lnOneLess(kept)
			if r.Lost > 0 {
				value -= float64(r.Lost) * lost
			}
			if r.Due > r.Lost {
				value -= float64(r.Due-r.Lost) * kept
			}
			slope := float64(r.Due-r.Lost) - float64(r.Lost)*math.Exp(kept-lost)
			for i := range gradient {
				gradient[i] -= slope * (at.slope[i] - before.slope[i])
			}
			before = at
		}
		return value
	}
}

// aged is the logarithm of B(α, β + t^c) and what it rises by with the logarithms of
// α, β and c.
type aged struct {
	ln    float64
	slope [3]float64
}

func age(alpha, beta, shape, t float64) aged {
	u := math.Pow(t, shape)
	all := mathext.Digamma(alpha + beta + u)
	a := aged{ln: mathext.Lbeta(alpha, beta+u)}
	a.slope[0] = alpha * (mathext.Digamma(alpha) - all)
	a.slope[1] = beta * (mathext.Digamma(beta+u) - all)
	if t > 0 {
		a.slope[2] = u * math.Log(t) * shape * (mathext.Digamma(beta+u) - all)
	}
	return a
}

// lnOneLess returns ln(1 − e^v) for v < 0.
func lnOneLess(v float64) float64 {
	if v > -math.Ln2 {
		return math.Log(-math.Expm1(v))
	}
	return math.Log1p(-math.Exp(v))
}

// fitted finds the parameters of renewals: those most probable after a log-normal prior
// about the centre, or the most likely where its standard deviation is zero.
func fitted(seen []Renewal, sd float64, centre ...float64) (fit.Result, error) {
	due := int64(0)
	for t, r := range seen {
		if r.Lost < 0 || r.Lost > r.Due {
			return fit.Result{}, fmt.Errorf("renewal %d: %d lost of %d due", t+1, r.Lost, r.Due)
		}
		due += r.Due
	}
	if due == 0 {
		return fit.Result{}, ErrNoRenewal
	}
	logs := make([]float64, len(centre))
	for i, c := range centre {
		logs[i] = math.Log(c)
	}
	return fit.Least(fit.Prior{Mean: logs, SD: sd}.On(contracts(seen)), logs)
}
