// Package special holds the higher functions that the purchase models need and gonum
// lacks, as logarithms, so that nothing overflows: Gauss's hypergeometric function and
// Tricomi's confluent one. What gonum has stays there: digamma, the logarithm of beta
// and, as Zeta(2, x), trigamma. It knows numbers only.
package special

import "math"

// LnGamma returns ln Γ(x) for x > 0.
func LnGamma(x float64) float64 {
	v, _ := math.Lgamma(x)
	return v
}
