package model

// Shrunk returns a share drawn towards a wider one as if weight more cases with
// the wider share had been seen: the mean of a beta posterior. With nothing seen
// it is the wider share. Source: B. Efron and C. Morris, JASA 70 (1975), for the
// idea; the beta-binomial form is A. Gelman et al., Bayesian Data Analysis (2013).
func Shrunk(part, whole int64, wider, weight float64) float64 {
	return (float64(part) + weight*wider) / (float64(whole) + weight)
}
