package lifetime

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"clientele/transform/model/fit"
)

// GammaGamma is the model of what an order is worth by P. S. Fader, B. G. S. Hardie
// and K. L. Lee, RFM and CLV: using iso-value curves for customer base analysis,
// Journal of Marketing Research 42 (2005), in the notation of Fader and Hardie, The
// gamma-gamma model of monetary value, note 025 (2013). The values of one customer's
// orders are gamma of shape P; their rate differs between customers by a gamma of
// shape Q and rate Gamma. All are above 0, Gamma is money.
type GammaGamma struct{ P, Q, Gamma float64 }

// Spend is what one customer's repeat orders were worth.
type Spend struct {
	Orders int32   // repeat order days, from 1
	Mean   float64 // of their values, above 0, in any one currency
}

// The reasons why the values of orders are not forecast customer by customer. The
// estimate, where there is one, is returned beside them.
var (
	// ErrFewSpenders: fewer than ten customers ordered again.
	ErrFewSpenders = errors.New("fewer than 10 customers with a repeat order above zero")
	// ErrSameSpend: customers spend the same, so the mean is the forecast.
	ErrSameSpend = errors.New("the mean order of customers differs by less than a thousandth")
	// ErrCorrelated: the model takes for granted that who orders often spends neither
	// more nor less an order.
	ErrCorrelated = errors.New("the value of an order goes with how often customers order, by a correlation beyond 0.3")
	// ErrHeavyTail: the mean of all customers is infinite by the estimate.
	ErrHeavyTail = errors.New("the value of an order has no mean by the estimate: q is not above 1")
)

const (
	fewSpenders    = 10
	sameSpend      = 1e-3
	mostCorrelated = .3
)

// ValueEstimate is a fitted GammaGamma and how well its parameters are known.
type ValueEstimate struct {
	GammaGamma
	Parameters    []Parameter
	LogLikelihood float64
	Logarithms    []float64     // of p, q and γ
	Covariance    *mat.SymDense // of the logarithms
	Correlation   float64       // Pearson's, of orders and mean value
	Customers     int           // fitted to
	Unusable      int           // left out: no order, or a mean of zero or less
}

// FitGammaGamma returns the penalised estimate, under a log-normal prior of PriorSD
// around p=2, q=3 and a γ of the mean value: at all three the model's mean is the
// data's. Customers without a repeat order or a mean above zero are left out and
// counted. The error is or wraps one of this file's, with the estimate beside
// ErrCorrelated and ErrHeavyTail, or fit.ErrNotConverged.
func FitGammaGamma(spends []Spend) (ValueEstimate, error) { return fitGammaGamma(spends, PriorSD) }

// GammaGammaMaximumLikelihood is FitGammaGamma without a prior, the estimate of the
// papers.
func GammaGammaMaximumLikelihood(spends []Spend) (ValueEstimate, error) {
	return fitGammaGamma(spends, 0)
}

func fitGammaGamma(spends []Spend, sd float64) (ValueEstimate, error) {
	e := ValueEstimate{}
	usable, err := e.usable(spends)
	if err != nil {
		return e, err
	}
	mean, err := e.describe(usable)
	if err != nil {
		return e, err
	}
	prior := fit.Prior{Mean: []float64{math.Log(2), math.Log(3), math.Log(mean)}, SD: sd}
	likelihood := newValueLikelihood(usable).minus
	r, err := fit.Least(prior.On(likelihood), prior.Mean,
		[]float64{1.8, 1.3, math.Log(mean / 2)}, []float64{-1, 0, math.Log(mean)}, []float64{4, 4, math.Log(mean)})
	if err != nil {
		return e, fmt.Errorf("fit Gamma-Gamma to %d customers: %w", len(usable), err)
	}
	e.Logarithms, e.Covariance = r.X, r.Covariance
	e.Parameters = parametersOf([]string{"p", "q", "gamma"}, r)
	e.GammaGamma = GammaGamma{P: math.Exp(r.X[0]), Q: math.Exp(r.X[1]), Gamma: math.Exp(r.X[2])}
	e.LogLikelihood = -likelihood(r.X, make([]float64, 3))
	return e, e.doubt()
}

// usable returns the customers the model is about.
func (e *ValueEstimate) usable(spends []Spend) ([]Spend, error) {
	usable := make([]Spend, 0, len(spends))
	for i, s := range spends {
		if math.IsNaN(s.Mean) || math.IsInf(s.Mean, 0) || s.Orders < 0 || s.Orders > MaxDays {
			return nil, fmt.Errorf("customer %d of %d: %d repeat orders of a mean of %v: not a number, or beyond %d orders", i+1, len(spends), s.Orders, s.Mean, MaxDays)
		}
		if s.Orders > 0 && s.Mean > 0 {
			usable = append(usable, s)
		}
	}
	e.Customers, e.Unusable = len(usable), len(spends)-len(usable)
	if len(usable) < fewSpenders {
		return nil, fmt.Errorf("%d customers: %w", len(usable), ErrFewSpenders)
	}
	return usable, nil
}

// describe returns the mean value and sets the correlation.
func (e *ValueEstimate) describe(usable []Spend) (mean float64, err error) {
	orders, values := make([]float64, len(usable)), make([]float64, len(usable))
	for i, s := range usable {
		orders[i], values[i] = float64(s.Orders), s.Mean
	}
	mean, sd := stat.MeanStdDev(values, nil)
	if sd < sameSpend*mean {
		return mean, ErrSameSpend
	}
	if stat.StdDev(orders, nil) > 0 {
		e.Correlation = stat.Correlation(orders, values, nil)
	}
	return mean, nil
}

// doubt returns why the estimate is not to be used customer by customer.
func (e *ValueEstimate) doubt() error {
	switch {
	case e.Q <= 1:
		return fmt.Errorf("q is %.3g: %w", e.Q, ErrHeavyTail)
	case math.Abs(e.Correlation) > mostCorrelated:
		return fmt.Errorf("correlation %.2f: %w", e.Correlation, ErrCorrelated)
	}
	return nil
}

// Mean returns the expected value of an order over all customers: what one without
// a repeat order is taken to spend. It is +Inf where Q is not above 1.
func (g GammaGamma) Mean() float64 {
	if g.Q <= 1 {
		return math.Inf(1)
	}
	return g.P * g.Gamma / (g.Q - 1)
}

// Expected returns what an order of a customer is expected to be worth whose repeat
// orders were worth a mean so far: their own mean drawn to that of all, the more the
// fewer orders there are. Source: Fader and Hardie (2013), eq. 5.
func (g GammaGamma) Expected(orders int, mean float64) float64 {
	px := g.P * float64(orders)
	switch {
	case orders <= 0:
		return g.Mean()
	case px+g.Q <= 1:
		return math.Inf(1)
	}
	return g.P * (g.Gamma + float64(orders)*mean) / (px + g.Q - 1)
}
