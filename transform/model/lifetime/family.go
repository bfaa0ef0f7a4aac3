package lifetime

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"clientele/transform/model/fit"
)

// PriorSD is the standard deviation of the prior of each logarithm of a parameter:
// two of them are a factor of 400 to either side, so the prior says no more than that
// a parameter is a number and not an infinity. Without it some sets of customers have
// no estimate at all.
const PriorSD = 3

// firstLook is how many patterns are fitted at most before all of them are, where the
// family does not say otherwise.
const firstLook = 16384

// ErrNoTime is returned where nobody has been a customer for a day: there is nothing
// a rate could be told from.
var ErrNoTime = errors.New("no customer is older than a day: wait a day")

// Family is a model whose parameters are still to be found.
type Family struct {
	Name       string
	Parameters []string                           // as in the paper, in the order of the logarithms
	objective  func(*Patterns) fit.Objective      // the minus log-likelihood, summed over customers
	centre     func(*Patterns) []float64          // the mean of the prior, and the first start
	at         func(logarithms []float64) Model   // the model at these parameters
	starts     func(centre []float64) [][]float64 // further starts, nil for none
	look       int                                // patterns of the first look, see from; 0: firstLook
	most       int                                // customers it is fitted to, see Patterns.sample; 0: all
}

// Parameter is one parameter of a fitted model.
type Parameter struct {
	Name  string
	Value float64
	SE    float64 // its standard error, by the delta method from that of the logarithm
}

// Estimate is a fitted model and how well its parameters are known.
type Estimate struct {
	Model
	Family        Family
	Parameters    []Parameter
	LogLikelihood float64       // of all customers, the prior left out; time in weeks
	Logarithms    []float64     // of the parameters
	Covariance    *mat.SymDense // of the logarithms, the inverse of the observed information
	Gradient      float64       // the largest part left, per logarithm, of the sum
	Evaluations   int           // of the likelihood of those it was fitted to
	Customers     int           // it was fitted to: all, or a sample of very many
}

// At returns the model at other parameters, given as logarithms: a draw from the
// normal distribution of mean Logarithms and covariance Covariance shows how far
// forecasts depend on what the data left open.
func (e Estimate) At(logarithms []float64) Model { return e.Family.at(logarithms) }

// Fit returns the penalised estimate, the mode of the posterior under a log-normal
// prior of PriorSD: one that always exists. The error is ErrNoTime, or wraps
// fit.ErrNotConverged.
func (f Family) Fit(p *Patterns) (Estimate, error) { return f.fit(p, PriorSD) }

// MaximumLikelihood returns the estimate of the papers, which has no prior. It may
// lie at infinity; then the error wraps fit.ErrNotConverged.
func (f Family) MaximumLikelihood(p *Patterns) (Estimate, error) { return f.fit(p, 0) }

func (f Family) fit(p *Patterns, sd float64) (Estimate, error) {
	if p.MaxAge < 1 {
		return Estimate{}, fmt.Errorf("fit %s: %w", f.Name, ErrNoTime)
	}
	prior := fit.Prior{Mean: f.centre(p), SD: sd}
	seen := p.sample(f.most)
	r, err := fit.Least(prior.On(f.objective(seen)), f.from(seen, prior)...)
	if err != nil {
		return Estimate{}, fmt.Errorf("fit %s to %d customers: %w", f.Name, seen.Customers(), err)
	}
	e := Estimate{
		Model: f.at(r.X), Family: f, Parameters: parametersOf(f.Parameters, r), Logarithms: r.X, Covariance: r.Covariance,
		Gradient: r.Gradient, Evaluations: r.Evaluations + 1, Customers: seen.Customers(),
		LogLikelihood: -f.objective(p)(r.X, make([]float64, len(r.X))),
	}
	return e, nil
}

// parametersOf returns the parameters whose logarithms were found.
func parametersOf(names []string, r fit.Result) []Parameter {
	all := make([]Parameter, len(names))
	for i, name := range names {
		v := math.Exp(r.X[i])
		all[i] = Parameter{Name: name, Value: v, SE: v * math.Sqrt(r.Covariance.At(i, i))}
	}
	return all
}

// from returns where to start: of many patterns first where a part of them leads,
// which costs little and saves most of the steps over all.
func (f Family) from(p *Patterns, prior fit.Prior) [][]float64 {
	starts := [][]float64{prior.Mean}
	if f.starts != nil {
		starts = append(starts, f.starts(prior.Mean)...)
	}
	look := firstLook
	if f.look > 0 {
		look = f.look
	}
	if step := len(p.Rows) / look; step > 1 {
		r, err := fit.Least(prior.On(f.objective(p.every(step))), starts...)
		if err == nil {
			starts = append([][]float64{r.X}, starts...)
		}
	}
	return starts
}
