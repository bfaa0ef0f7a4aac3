package fit

import "math"

const (
	near     = 1e-13 // of the decrement: 2e-7 standard errors from the least value
	nearly   = 1e-8  // where rounding lets no step succeed any more: 1e-4 standard errors
	farthest = 3     // the longest step of one parameter: a factor of 20 in a model's own
	steps    = 200
	shrinks  = 40 // how often one step is damped eightfold before it is given up
	loosest  = 20 // the standard error of a parameter that is told at all: of a logarithm, a factor of e^20
)

// Least walks from the first of the starts downhill to where f is least, and from
// the next where that led nowhere. It is Newton's method with the damping of
// Levenberg (1944) and Marquardt (1963), steps of at most 3 and the Hessian
// differenced from the gradient. Arrived means: the Hessian is positive definite and
// the gradient, measured by it, nothing, and no parameter is left open by more than a
// standard error of 20, as where f falls for ever towards a bound. No other test can
// be trusted on a valley as flat as a likelihood's. Where no start arrives the lowest
// place is returned with ErrNotConverged. starts are not written to.
func Least(f Objective, starts ...[]float64) (Result, error) {
	var lowest Result
	spent := 0
	for i, start := range starts {
		w := walk{f: f, damping: 1e-3}
		arrived := w.from(start)
		spent += w.result.Evaluations
		if arrived || i == 0 || w.result.Value < lowest.Value {
			lowest = w.result
		}
		lowest.Evaluations = spent
		if arrived {
			return lowest, nil
		}
	}
	return lowest, ErrNotConverged
}

// walk is one way downhill.
type walk struct {
	f       Objective
	damping float64
	slope   []float64
	result  Result
}

// from walks from start until it has arrived or no step leads further down.
func (w *walk) from(start []float64) (arrived bool) {
	w.result.X = append([]float64(nil), start...)
	w.slope = make([]float64, len(start))
	w.result.Value = w.ask(w.result.X, w.slope)
	if math.IsNaN(w.result.Value) || math.IsInf(w.result.Value, 0) {
		w.result.Value = math.Inf(1)
		return false
	}
	for range steps {
		h, ok := hessian(w.ask, w.result.X)
		if !ok {
			return false
		}
		w.result.Gradient = largest(w.slope)
		w.result.Covariance = inverse(h)
		_, left, definite := step(h, w.slope)
		w.result.Decrement = left
		if definite && left <= near {
			return w.told()
		}
		if !w.down(func(lambda float64) ([]float64, bool) {
			s, _, ok := step(damped(h, lambda), w.slope)
			return s, ok
		}) {
			return definite && left <= nearly && w.told()
		}
	}
	return false
}

// told says whether f rises to all sides of where the walk ended.
func (w *walk) told() bool {
	if w.result.Covariance == nil {
		return false
	}
	for i := range w.result.X {
		if !(w.result.Covariance.At(i, i) <= loosest*loosest) {
			return false
		}
	}
	return true
}

// down takes one step, ever more damped until it leads lower.
func (w *walk) down(step func(lambda float64) ([]float64, bool)) bool {
	slope := make([]float64, len(w.slope))
	for range shrinks {
		if s, ok := step(w.damping); ok {
			to := w.away(s)
			v := w.ask(to, slope)
			if w.better(v, slope) {
				w.result.X, w.result.Value, w.slope = to, v, slope
				w.damping = math.Max(w.damping/8, 1e-12)
				return true
			}
		}
		w.damping = math.Max(w.damping*8, 1e-6)
	}
	return false
}

// better says whether v is lower, or as low but for rounding and flatter.
func (w *walk) better(v float64, slope []float64) bool {
	if math.IsInf(v, 0) {
		return false
	}
	return v < w.result.Value || v <= w.result.Value+1e-12*math.Abs(w.result.Value) && largest(slope) < largest(w.slope)
}

// away returns the place the step s leads to, none of its parts longer than farthest.
func (w *walk) away(s []float64) []float64 {
	part := math.Min(1, farthest/math.Max(largest(s), math.SmallestNonzeroFloat64))
	to := make([]float64, len(s))
	for i := range s {
		to[i] = w.result.X[i] - part*s[i]
	}
	return to
}

func (w *walk) ask(x, gradient []float64) float64 {
	w.result.Evaluations++
	return w.f(x, gradient)
}

func largest(v []float64) float64 {
	most := 0.0
	for _, x := range v {
		most = math.Max(most, math.Abs(x))
	}
	return most
}
