package model

import (
	"math"
	"slices"
)

// Midranks returns for each value the share of values below it plus half the
// share equal to it, between 0 and 1: equal values always get equal ranks, and the
// order of the values does not matter. Source: M. G. Kendall, Rank Correlation
// Methods (1948), mid-rank method; as a score from 0 to 1 after Bross's ridit (1958).
func Midranks(values []float64) []float64 {
	order := argsort(values)
	ranks := make([]float64, len(values))
	n := float64(len(values))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && values[order[to]] == values[order[from]] {
			to++
		}
		for _, at := range order[from:to] {
			ranks[at] = (float64(from) + float64(to-from)/2) / n
		}
		from = to
	}
	return ranks
}

// Fifth returns the score 1 to 5 of a midrank.
func Fifth(rank float64) int64 { return 1 + int64(math.Min(4, math.Floor(5*rank))) }

// AUC returns the probability that a score ranks one that happened above one that
// did not, ties counted half; NaN where either is missing. Source: J. A. Hanley
// and B. J. McNeil, Radiology 143 (1982).
func AUC(scores []float64, happened []bool) float64 {
	ranks := Midranks(scores)
	n := float64(len(scores))
	sum, yes := 0.0, 0.0
	for i, h := range happened {
		if h {
			sum += ranks[i]*n + .5
			yes++
		}
	}
	if yes == 0 || yes == n {
		return math.NaN()
	}
	return (sum - yes*(yes+1)/2) / (yes * (n - yes))
}

// Median returns the middle value, the mean of the two in the middle of an even
// number, NaN of none. It sorts a copy.
func Median(values []float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	v := slices.Clone(values)
	slices.Sort(v)
	if len(v)%2 == 1 {
		return v[len(v)/2]
	}
	return (v[len(v)/2-1] + v[len(v)/2]) / 2
}

// Quantile returns the smallest of the values that at least the share p of them do
// not exceed, p from 0 to 1; NaN without any. It is the inverse of the empirical
// distribution, definition 1 of R. J. Hyndman and Y. Fan, The American Statistician
// 50 (1996): always one of the values.
func Quantile(values []float64, p float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	v := slices.Clone(values)
	slices.Sort(v)
	at := int(math.Ceil(p*float64(len(v))-1e-9)) - 1
	return v[min(max(at, 0), len(v)-1)]
}

// argsort returns the places of values from small to large, equal ones in the
// order they came.
func argsort(values []float64) []int {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case values[a] < values[b]:
			return -1
		case values[a] > values[b]:
			return 1
		}
		return 0
	})
	return order
}
