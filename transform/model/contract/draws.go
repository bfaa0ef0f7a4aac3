package contract

import (
	"math"
	"math/rand/v2"

	"clientele/transform/model/fit"
)

// Draws returns n models the renewals leave possible: α and β normal in their logarithms
// about the estimate with the covariance of the fit. Without a covariance, of a model that
// was not fitted, all are the model itself. The same source gives the same models.
func (m SBG) Draws(n int, source rand.Source) []SBG {
	out := make([]SBG, n)
	for i := range out {
		out[i] = m
	}
	if m.Fit.Covariance == nil {
		return out
	}
	for i, x := range fit.Draw(m.Fit.X, m.Fit.Covariance, n, source) {
		out[i] = SBG{Alpha: math.Exp(x[0]), Beta: math.Exp(x[1])}
	}
	return out
}
