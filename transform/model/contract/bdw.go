package contract

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"

	"clientele/transform/model/fit"
)

// BdW is the beta-discrete-Weibull model of contracts: SBG in which a holder's own
// chance of leaving may change with age, rising where C is above 1 and falling where it
// is below. Source: P. S. Fader, B. G. S. Hardie, Y. Liu, J. Davin and T. Steenburgh,
// “How to Project Customer Retention” Revisited: The Role of Duration Dependence,
// Journal of Interactive Marketing 43 (2018).
type BdW struct {
	Alpha, Beta, C float64 // all above zero
	LL             float64 // log-likelihood of what it was fitted to, without a prior
	Fit            fit.Result
}

// FitBdW fits the model to renewals, see FitSBG. The prior of C is about 1, where the
// model is SBG.
func FitBdW(seen []Renewal, sd float64) (BdW, error) {
	r, err := fitted(seen, sd, 1, 3, 1)
	if err != nil {
		return BdW{}, fmt.Errorf("fit the beta-discrete-Weibull model: %w", err)
	}
	m := BdW{Alpha: math.Exp(r.X[0]), Beta: math.Exp(r.X[1]), C: math.Exp(r.X[2]), Fit: r}
	m.LL = -contracts(seen)(r.X, make([]float64, 3))
	return m, nil
}

// Survival returns the share of contracts that outlast t renewals, t ≥ 0: 1 at 0.
func (m BdW) Survival(t float64) float64 {
	return math.Exp(mathext.Lbeta(m.Alpha, m.Beta+math.Pow(t, m.C)) - mathext.Lbeta(m.Alpha, m.Beta))
}

// Retention returns the share renewed of those due for the t-th renewal, t ≥ 1.
func (m BdW) Retention(t float64) float64 { return m.Survival(t) / m.Survival(t-1) }
