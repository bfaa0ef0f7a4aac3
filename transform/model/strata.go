package model

import "math"

// A Stratum is customers alike: of those exposed to something and of those not, how
// many did what is counted.
type Stratum struct {
	Exposed, ExposedYes     int64
	Unexposed, UnexposedYes int64
}

// Matched compares exposed with unexposed within strata: the difference of shares
// pooled after Mantel and Haenszel, with the interval and test of T. Sato's
// variance (Biometrics 45, 1989, with S. Greenland and J. M. Robins), which holds
// for few large strata and for many small ones. Strata with only one of the two do
// not count. N is the exposed that do. Source: S. Greenland and J. M. Robins,
// Estimation of a common effect parameter from sparse follow-up data, Biometrics
// 41 (1985).
func Matched(strata []Stratum) (d Difference, n int64) {
	var weight, sum, p, q float64
	for _, s := range strata {
		if s.Exposed == 0 || s.Unexposed == 0 {
			continue
		}
		n += s.Exposed
		n1, n0, a, b := float64(s.Exposed), float64(s.Unexposed), float64(s.ExposedYes), float64(s.UnexposedYes)
		all := n1 + n0
		weight += n1 * n0 / all
		sum += (a*n0 - b*n1) / all
		p += (n1*n1*b - n0*n0*a + n1*n0*(n0-n1)/2) / (all * all)
		q += (a*(n0-b) + b*(n1-a)) / (2 * all)
	}
	if weight == 0 {
		return untold(), 0
	}
	d.By = sum / weight
	se := math.Sqrt(math.Max(0, d.By*p+q)) / weight
	d.Low, d.High = math.Max(-1, d.By-z95*se), math.Min(1, d.By+z95*se)
	switch {
	case se > 0:
		d.P = math.Erfc(math.Abs(d.By) / se / math.Sqrt2)
	default:
		d.P = one(d.By == 0)
	}
	return d, n
}
