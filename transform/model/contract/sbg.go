package contract

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"

	"clientele/transform/model/fit"
	"clientele/transform/model/special"
)

// SBG is the shifted beta-geometric model of contracts: each holder lets a contract
// lapse at any renewal with a chance of their own, the same every time, and the chances
// follow a beta distribution. It tells why retention seems to grow with age: those who
// leave easily have left. Source: P. S. Fader and B. G. S. Hardie, How to project
// customer retention, Journal of Interactive Marketing 21 (2007), equations 5 to 8.
type SBG struct {
	Alpha, Beta float64 // both above zero; the mean chance of a lapse is α/(α+β)
	LL          float64 // log-likelihood of what it was fitted to, without a prior
	Fit         fit.Result
}

// FitSBG fits the model to renewals with a log-normal prior of standard deviation sd
// about α = 1, β = 3; sd = 0 is plain maximum likelihood, which has no answer where
// nobody leaves, everybody leaves or all holders are alike.
func FitSBG(seen []Renewal, sd float64) (SBG, error) {
	r, err := fitted(seen, sd, 1, 3)
	if err != nil {
		return SBG{}, fmt.Errorf("fit the shifted beta-geometric model: %w", err)
	}
	m := SBG{Alpha: math.Exp(r.X[0]), Beta: math.Exp(r.X[1]), Fit: r}
	m.LL = -contracts(seen)(r.X, make([]float64, 2))
	return m, nil
}

// Survival returns the share of contracts that outlast t renewals, t ≥ 0: 1 at 0.
// Fader and Hardie (2007), equation 6.
func (m SBG) Survival(t float64) float64 {
	return math.Exp(mathext.Lbeta(m.Alpha, m.Beta+t) - mathext.Lbeta(m.Alpha, m.Beta))
}

// Retention returns the share renewed of those due for the t-th renewal, t ≥ 1. Fader
// and Hardie (2007), equation 8.
func (m SBG) Retention(t float64) float64 { return (m.Beta + t - 1) / (m.Alpha + m.Beta + t - 1) }

// DERL returns the discounted expected residual lifetime of a contract just before its
// n-th renewal, n ≥ 1, in payments of one per period, the one due now undiscounted and
// included if it is made. The discount d is per period and above zero: for monthly
// contracts and a rate of i a year it is (1+i)^(1/12) − 1. NaN outside. Source: P. S.
// Fader and B. G. S. Hardie, Customer-base valuation in a contractual setting: the
// perils of ignoring heterogeneity, Marketing Science 29 (2010), equation 6.
func (m SBG) DERL(n, d float64) float64 {
	if !(n >= 1 && d > 0) {
		return math.NaN()
	}
	return m.Retention(n) * math.Exp(special.LnHyp(1, m.Beta+n, m.Alpha+m.Beta+n, 1/(1+d)))
}
