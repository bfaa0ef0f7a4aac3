package fit

// Prior is an independent normal distribution of each parameter: of the logarithms
// of a model's parameters, so log-normal in these.
type Prior struct {
	Mean []float64
	SD   float64 // 0: no prior, plain maximum likelihood
}

// On returns f with the minus log density of the prior added, constants left out.
// Because f is a sum over the data, the weight of the prior vanishes as they grow.
func (p Prior) On(f Objective) Objective {
	if p.SD <= 0 {
		return f
	}
	return func(x, gradient []float64) float64 {
		v := f(x, gradient)
		for i := range x {
			d := (x[i] - p.Mean[i]) / p.SD
			v += d * d / 2
			gradient[i] += d / p.SD
		}
		return v
	}
}
