package fit

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// apart is how far the gradient is differenced to either side: with logarithms for
// parameters the error of the formula and that of rounding are both near 1e-9.
const apart = 1e-4

// hessian differences the gradient of f at x; ok is false where it has no value.
func hessian(f Objective, x []float64) (h *mat.SymDense, ok bool) {
	n := len(x)
	rows := make([][]float64, n)
	at, above, below := append([]float64(nil), x...), make([]float64, n), make([]float64, n)
	for i := range rows {
		rows[i] = make([]float64, n)
		at[i] = x[i] + apart
		f(at, above)
		at[i] = x[i] - apart
		f(at, below)
		at[i] = x[i]
		for j := range above {
			rows[i][j] = (above[j] - below[j]) / (2 * apart)
		}
	}
	h = mat.NewSymDense(n, nil)
	for i := range rows {
		for j := i; j < n; j++ {
			v := (rows[i][j] + rows[j][i]) / 2
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return h, false
			}
			h.SetSym(i, j, v)
		}
	}
	return h, true
}

// damped returns h with each diagonal part raised by lambda times its amount.
func damped(h *mat.SymDense, lambda float64) *mat.SymDense {
	d := mat.NewSymDense(h.SymmetricDim(), nil)
	d.CopySym(h)
	for i := range h.SymmetricDim() {
		// The floor lets a flat direction be damped as well.
		d.SetSym(i, i, h.At(i, i)+lambda*math.Max(math.Abs(h.At(i, i)), 1e-6))
	}
	return d
}

// step solves h × s = g, and says what part of the way is left: g × s. It fails
// where h is not positive definite or cannot be inverted in double precision.
func step(h *mat.SymDense, g []float64) (s []float64, decrement float64, ok bool) {
	var c mat.Cholesky
	if !c.Factorize(h) || c.Cond() > 1e15 {
		return nil, 0, false
	}
	var v mat.VecDense
	if c.SolveVecTo(&v, mat.NewVecDense(len(g), append([]float64(nil), g...))) != nil {
		return nil, 0, false
	}
	s = v.RawVector().Data
	for i := range s {
		decrement += s[i] * g[i]
	}
	return s, decrement, !math.IsNaN(decrement)
}

// inverse returns the inverse of h, nil where h is not positive definite.
func inverse(h *mat.SymDense) *mat.SymDense {
	var c mat.Cholesky
	if !c.Factorize(h) || c.Cond() > 1e15 {
		return nil
	}
	inv := mat.NewSymDense(h.SymmetricDim(), nil)
	if c.InverseTo(inv) != nil {
		return nil
	}
	return inv
}
