package fit

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// mostDrawn is how far from 0 a logarithm drawn may lie: what data hardly told is kept
// within what a computer can hold.
const mostDrawn = 60

// Draw returns n sets of parameters the data leave possible: normal about a mean with a
// covariance, such as those of a Result. All chance comes from the source. Source: A.
// Gelman and others, Bayesian Data Analysis, 3rd ed. (2013), section 4.1.
func Draw(mean []float64, covariance *mat.SymDense, n int, source rand.Source) [][]float64 {
	rng := rand.New(source)
	var root mat.Cholesky
	root.Factorize(covariance)
	var lower mat.TriDense
	root.LTo(&lower)
	draws := make([][]float64, n)
	z := make([]float64, len(mean))
	for d := range draws {
		for i := range z {
			z[i] = rng.NormFloat64()
		}
		draws[d] = slices.Clone(mean)
		for i := range mean {
			for j := 0; j <= i; j++ {
				draws[d][i] += lower.At(i, j) * z[j]
			}
			draws[d][i] = math.Max(-mostDrawn, math.Min(mostDrawn, draws[d][i]))
		}
	}
	return draws
}
