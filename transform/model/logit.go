package model

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// Trials are cases alike: what is known of them, how many there were, and of how
// many of those it came true.
type Trials struct {
	X       []float64 // of the same length in every list; without a constant
	Of, Yes float64
}

// A Logit is a logistic regression: the constant, then one coefficient for each
// thing known, in log odds. The zero value says one half of everybody.
type Logit []float64

// P returns the probability, strictly between 0 and 1 for finite x.
func (l Logit) P(x []float64) float64 { return 1 / (1 + math.Exp(-l.odds(x))) }

func (l Logit) odds(x []float64) float64 {
	if len(l) == 0 {
		return 0
	}
	sum := l[0]
	for i, v := range x {
		sum += l[i+1] * v
	}
	return sum
}

// The most steps a fit takes, and how small its last step is in log odds.
const (
	logitSteps = 100
	logitClose = 1e-10
)

// FitLogit fits a logistic regression by Newton's method to the most probable
// coefficients where each, the constant apart, is taken to be normal about zero with
// the standard deviation given, the constant with ten times that. The prior is what
// keeps coefficients finite where something tells the cases apart without error; it
// vanishes with more cases. No trials give one half. Sources: D. R. Cox, The
// regression analysis of binary sequences, JRSS B 20 (1958); the penalty S. le Cessie
// and J. C. van Houwelingen, Ridge estimators in logistic regression, Applied
// Statistics 41 (1992).
func FitLogit(trials []Trials, sd float64) Logit {
	if len(trials) == 0 {
		return nil
	}
	l := make(Logit, len(trials[0].X)+1)
	value := l.logPosterior(trials, sd)
	for range logitSteps {
		step := l.newton(trials, sd)
		if step == nil {
			return l
		}
		next, better := l, false
		for scale := 1.0; scale > 1e-6; scale /= 2 { // the whole step first: far off it may leap too far
			next = l.plus(step, scale)
			if v := next.logPosterior(trials, sd); v >= value {
				value, better = v, true
				break
			}
		}
		if !better {
			return l
		}
		l = next
		if mat.Norm(step, math.Inf(1)) < logitClose {
			return l
		}
	}
	return l
}

func (l Logit) plus(step *mat.VecDense, scale float64) Logit {
	out := make(Logit, len(l))
	for i := range l {
		out[i] = l[i] + scale*step.AtVec(i)
	}
	return out
}

// precision returns one over the variance a coefficient is taken to have.
func precision(i int, sd float64) float64 {
	if i == 0 {
		sd *= 10
	}
	return 1 / (sd * sd)
}

// logPosterior is the log-likelihood less the penalty, up to a constant.
func (l Logit) logPosterior(trials []Trials, sd float64) (sum float64) {
	for _, t := range trials {
		z := l.odds(t.X)
		sum += t.Yes*z - t.Of*(math.Max(z, 0)+math.Log1p(math.Exp(-math.Abs(z))))
	}
	for i, b := range l {
		sum -= b * b * precision(i, sd) / 2
	}
	return sum
}

// newton returns the step towards the top of the quadratic that fits best here; nil
// where there is none, which the penalty leaves to overflow alone.
func (l Logit) newton(trials []Trials, sd float64) *mat.VecDense {
	n := len(l)
	slope, bend := mat.NewVecDense(n, nil), mat.NewSymDense(n, nil)
	x := make([]float64, n)
	x[0] = 1
	for _, t := range trials {
		copy(x[1:], t.X)
		p := l.P(t.X)
		for i := range n {
			slope.SetVec(i, slope.AtVec(i)+x[i]*(t.Yes-t.Of*p))
			for j := i; j < n; j++ {
				bend.SetSym(i, j, bend.At(i, j)+t.Of*p*(1-p)*x[i]*x[j])
			}
		}
	}
	for i := range n {
		slope.SetVec(i, slope.AtVec(i)-l[i]*precision(i, sd))
		bend.SetSym(i, i, bend.At(i, i)+precision(i, sd))
	}
	var chol mat.Cholesky
	step := mat.NewVecDense(n, nil)
	if !chol.Factorize(bend) || chol.SolveVecTo(step, slope) != nil {
		return nil
	}
	return step
}
