package lifetime

import (
	"math"

	"gonum.org/v1/gonum/integrate/quad"
)

// A rule is a Gauss-Legendre rule on the interval from 0 to 1.
type rule struct{ at, weight []float64 }

// rules are a short one for panels in which little happens, and a long one.
var rules = [2]rule{gauss(8), gauss(16)}

func gauss(n int) rule {
	r := rule{make([]float64, n), make([]float64, n)}
	quad.Legendre{}.FixedLocations(r.at, r.weight, 0, 1)
	return r
}

// departure integrates over the unseen moment a customer left at: (α+u)^−p (β+u)^−q,
// with the means of the logarithms and the inverses of both factors, which are the
// gradient.
//
// The variable is w = ln(smaller+u): in it the integrand is an exponential times a power
// of apart+e^w, smooth as far as π from the axis, so that few nodes serve however
// steeply it falls.
type departure struct {
	smaller, apart float64 // the smaller of α and β, and how much larger the other is
	alphaSmaller   bool
}

func departureOf(m ParetoNBD) departure {
	return departure{
		smaller: math.Min(m.Alpha, m.Beta), apart: math.Abs(m.Alpha - m.Beta), alphaSmaller: m.Alpha < m.Beta,
	}
}

// left is an integral, times e^ln, and the means under it. The two are apart so that a
// difference of integrals costs no logarithm.
type left struct{ ln, times, lnAlpha, lnBeta, perAlpha, perBeta float64 }

// log returns the logarithm of the integral, −∞ where it is nothing.
func (l left) log() float64 { return l.ln + math.Log(l.times) }

const (
	widest   = 2.5 // of one panel in w
	steepest = 20. // the logarithm the integrand falls by within one panel
	faint    = 45. // the logarithm after which the rest adds nothing
)

// between integrates over the times from to to.
func (d departure) between(p, q, from, to float64) left {
	near, far := q, p // the powers of the smaller and the larger factor
	if d.alphaSmaller {
		near, far = p, q
	}
	w, end := math.Log(d.smaller+from), math.Log(d.smaller+to)
	top := d.height(near, far, w)
	var s left
	for fallen := 0.; w < end && fallen < faint; {
		next, fall := d.panel(near, far, w, end)
		r := rules[1]
		if next-w < 1.5 && math.Abs(fall) < 2.5 {
			r = rules[0]
		}
		d.add(&s, r, near, far, w, next, top)
		w, fallen = next, fallen+fall
	}
	return d.means(s, top)
}

// height is the logarithm of the integrand at w.
func (d departure) height(near, far, w float64) float64 {
	return (1-near)*w - far*math.Log(d.apart+math.Exp(w))
}

// panel returns where the next panel ends and how far the integrand falls in it.
func (d departure) panel(near, far, w, end float64) (next, fall float64) {
	here := d.height(near, far, w)
	for width := math.Min(widest, end-w); ; width /= 2 {
		next = w + width
		if width == end-w {
			next = end
		}
		fall = here - d.height(near, far, next)
		if math.Abs(fall) <= steepest || next <= w {
			return math.Max(next, math.Nextafter(w, end)), fall
		}
	}
}

// add adds one panel up; in left the smaller factor stands as alpha, the larger as beta.
func (d departure) add(s *left, r rule, near, far, w, next, top float64) {
	for i, at := range r.at {
		v := w + at*(next-w)
		e := math.Exp(v)
		larger := d.apart + e
		ln := math.Log(larger)
		part := r.weight[i] * (next - w) * math.Exp((1-near)*v-far*ln-top)
		s.times += part
		s.lnAlpha += part * v
		s.lnBeta += part * ln
		s.perAlpha += part / e
		s.perBeta += part / larger
	}
}

// means divides by the integral and gives the factors their names back.
func (d departure) means(s left, top float64) left {
	if !(s.times > 0) {
		return left{}
	}
	m := s.divided(top)
	if !d.alphaSmaller {
		m.lnAlpha, m.lnBeta, m.perAlpha, m.perBeta = m.lnBeta, m.lnAlpha, m.perBeta, m.perAlpha
	}
	return m
}

// divided makes means of sums taken in units of e^top.
func (l left) divided(top float64) left {
	t := l.times
	return left{top, t, l.lnAlpha / t, l.lnBeta / t, l.perAlpha / t, l.perBeta / t}
}
