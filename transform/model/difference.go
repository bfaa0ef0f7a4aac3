package model

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// A Difference is how far one group lies above another, with its 95 % interval and
// the two-sided probability of one as large by chance; all NaN where it cannot be
// told.
type Difference struct{ By, Low, High, P float64 }

// untold is a difference that cannot be told.
func untold() Difference { return Difference{math.NaN(), math.NaN(), math.NaN(), math.NaN()} }

// Welch compares two means without taking their spreads for equal. It needs two
// values on either side; where nothing varies the means are known exactly and P is
// 0 or 1. Source: B. L. Welch, The generalization of “Student’s” problem when
// several different population variances are involved, Biometrika 34 (1947).
func Welch(a, b []float64) Difference { return Gather(a).Apart(Gather(b)) }

// A Sample is values summed up: how many, their mean, and the sum of squares about
// it.
type Sample struct{ N, Mean, Squares float64 }

// Gather sums values up.
func Gather(values []float64) Sample {
	s := Sample{N: float64(len(values))}
	for _, v := range values {
		s.Mean += v / s.N
	}
	for _, v := range values {
		s.Squares += (v - s.Mean) * (v - s.Mean)
	}
	return s
}

// Without returns what is left of a sample when a part of it is taken out.
func (s Sample) Without(part Sample) Sample {
	r := Sample{N: s.N - part.N}
	if r.N <= 0 {
		return Sample{}
	}
	r.Mean = (s.N*s.Mean - part.N*part.Mean) / r.N
	d := part.Mean - r.Mean
	r.Squares = math.Max(0, s.Squares-part.Squares-part.N*r.N/s.N*d*d)
	return r
}

// Apart compares the mean of a sample with another's, see Welch.
func (s Sample) Apart(from Sample) Difference {
	if s.N < 2 || from.N < 2 {
		return untold()
	}
	d := Difference{By: s.Mean - from.Mean}
	va, vb := s.Squares/(s.N-1)/s.N, from.Squares/(from.N-1)/from.N
	se2 := va + vb
	if se2 == 0 {
		d.Low, d.High, d.P = d.By, d.By, one(d.By == 0)
		return d
	}
	df := se2 * se2 / (va*va/(s.N-1) + vb*vb/(from.N-1))
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}
	half := t.Quantile(.975) * math.Sqrt(se2)
	d.Low, d.High, d.P = d.By-half, d.By+half, 2*t.Survival(math.Abs(d.By)/math.Sqrt(se2))
	return d
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// Shares compares the share of part a in whole a with that of b. The interval is
// built of the two score intervals: R. G. Newcombe, Interval estimation for the
// difference between independent proportions, method 10, Statistics in Medicine 17
// (1998). P is of the chi-squared test with N-1: I. Campbell, Statistics in
// Medicine 26 (2007).
func Shares(partA, wholeA, partB, wholeB int64) Difference {
	if wholeA <= 0 || wholeB <= 0 {
		return untold()
	}
	a, b := float64(partA)/float64(wholeA), float64(partB)/float64(wholeB)
	la, ua := Wilson(partA, wholeA)
	lb, ub := Wilson(partB, wholeB)
	d := Difference{By: a - b, Low: a - b - math.Hypot(a-la, ub-b), High: a - b + math.Hypot(ua-a, b-lb), P: 1}
	n, yes := float64(wholeA+wholeB), float64(partA+partB)
	if yes > 0 && yes < n {
		z2 := (n - 1) * d.By * d.By * float64(wholeA) * float64(wholeB) / (yes * (n - yes))
		d.P = math.Erfc(math.Sqrt(z2 / 2))
	}
	return d
}

// NetPromoters compares two net promoter scores in points, with the adjusted
// variance of NetPromoter on either side.
func NetPromoters(a, b [3]int64) Difference {
	if a[0]+a[1]+a[2] == 0 || b[0]+b[1]+b[2] == 0 {
		return untold()
	}
	scoreA, _, _ := NetPromoter(a[0], a[1], a[2])
	scoreB, _, _ := NetPromoter(b[0], b[1], b[2])
	midA, varA := adjustedPromoter(a[0], a[1], a[2])
	midB, varB := adjustedPromoter(b[0], b[1], b[2])
	mid, se := midA-midB, math.Sqrt(varA+varB)
	return Difference{
		By: scoreA - scoreB, Low: 100 * math.Max(-2, mid-z95*se), High: 100 * math.Min(2, mid+z95*se),
		P: math.Erfc(math.Abs(mid) / se / math.Sqrt2),
	}
}

// Homogeneous returns the probability by chance of shares as different as those of
// parts in wholes: Pearson's chi-squared test (1900); 1 where there is nothing to
// compare.
func Homogeneous(parts, wholes []int64) float64 {
	var part, whole, groups float64
	for i, n := range wholes {
		if n > 0 {
			part, whole, groups = part+float64(parts[i]), whole+float64(n), groups+1
		}
	}
	if groups < 2 || part == 0 || part == whole {
		return 1
	}
	p, chi := part/whole, 0.0
	for i, n := range wholes {
		if n > 0 {
			e := float64(n) * p
			chi += (float64(parts[i]) - e) * (float64(parts[i]) - e) * (1/e + 1/(float64(n)-e))
		}
	}
	return distuv.ChiSquared{K: groups - 1}.Survival(chi)
}
