// Package fit finds where a smooth function of a few unbounded parameters is least
// and how sharply it is so: the logarithms of a model's parameters at which the
// minus log-likelihood of its data is least, and their covariance. It knows no
// model and no data, holds no random number and asks no clock.
package fit

import (
	"errors"

	"gonum.org/v1/gonum/mat"
)

// Objective returns the function at x and writes its gradient into gradient, which
// is as long as x. It may return NaN or an infinity where it has no value. It must
// be a sum over the data, not a mean: what counts as near enough to the least value
// is told in units of log-likelihood.
type Objective func(x, gradient []float64) float64

// ErrNotConverged is returned where no start led to a least value: the function
// has none, falls for ever in some direction, or is too rough to follow.
var ErrNotConverged = errors.New("no least value was reached")

// Result is where a function was found to be least.
type Result struct {
	X           []float64     // where, as long as the starts
	Value       float64       // the function there
	Gradient    float64       // the largest part of the gradient there, by amount
	Decrement   float64       // gradient × inverse Hessian × gradient: twice what is left to gain
	Covariance  *mat.SymDense // the inverse of the Hessian there; nil where that is not positive definite
	Evaluations int           // how often the function was asked
}
