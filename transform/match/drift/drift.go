// Package drift says how far what a run saw lies from what was seen when its model
// was learnt. It compares counts; what is too far, and what is done about it, is for
// others to say.
package drift

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"clientele/transform/match"
)

// A Shift is how far one field, or the share of pairs that are one customer, has
// moved.
type Shift struct {
	Scheme string
	Field  string  // empty for the share of pairs that are one customer
	Index  float64 // of a field: the population stability index, from 0 up
	Noise  float64 // of a field: what the index would be exceeded by only once in a thousand times by chance
	Bits   float64 // of the share: how many times it doubled; negative where it was halved
}

// Large reports whether a shift is beyond a limit of the index, and more than chance.
// The share is large from PriorBits on.
func (s Shift) Large(limit float64) bool {
	if s.Field == "" {
		return math.Abs(s.Bits) > PriorBits
	}
	return s.Index > max(limit, s.Noise)
}

// PriorBits is how far the share of pairs that are one customer may move, in bits: an
// estimate that is wrong by less changes few verdicts.
const PriorBits = 2

// Between compares two runs of one model, the share first, then field by field in the
// order of the earlier one. What only one of them saw is left out.
func Between(before, now []match.Seen) []Shift {
	var out []Shift
	for _, b := range before {
		at := slices.IndexFunc(now, func(s match.Seen) bool { return s.Scheme == b.Scheme })
		if at < 0 {
			continue
		}
		n := now[at]
		if b.Same > 0 && n.Same > 0 {
			out = append(out, Shift{Scheme: b.Scheme, Bits: math.Log2(n.Same / b.Same)})
		}
		out = append(out, fields(b, n)...)
	}
	return out
}

func fields(before, now match.Seen) []Shift {
	var out []Shift
	for _, b := range before.Fields {
		at := slices.IndexFunc(now.Fields, func(f match.SeenField) bool { return f.Name == b.Name && len(f.Levels) == len(b.Levels) })
		if at < 0 {
			continue
		}
		index, noise := Index(counts(b), counts(now.Fields[at]))
		out = append(out, Shift{Scheme: before.Scheme, Field: b.Name, Index: index, Noise: noise})
	}
	return out
}

// counts are the levels of a field with, last, the pairs that lack it.
func counts(f match.SeenField) []int64 { return append(slices.Clone(f.Levels), f.Missing) }

// Index returns the population stability index of two counts of the same groups, the
// sum over groups of (q-p) ln(q/p), which is the divergence of Jeffreys (1946) as
// credit scoring uses it (Siddiqi, Credit Risk Scorecards, 2006: below 0.1 little,
// above 0.25 large). Half a count is added to each group, so that an empty one does
// not make it infinite; groups that both lack do not count. Noise is what chance alone
// exceeds once in a thousand times: by Yurdakul and Naranjo (2020) the index of two
// samples of one population is 1/n + 1/m times a chi-square of groups-1 degrees of
// freedom, here by the approximation of Wilson and Hilferty (1931). Both are zero
// where one side saw nothing.
func Index(before, now []int64) (index, noise float64) {
	var n, m, groups float64
	for i := range before {
		if before[i]+now[i] > 0 {
			n, m, groups = n+float64(before[i]), m+float64(now[i]), groups+1
		}
	}
	if n == 0 || m == 0 || groups < 2 {
		return 0, 0
	}
	for i := range before {
		if before[i]+now[i] > 0 {
			p, q := (float64(before[i])+.5)/(n+groups/2), (float64(now[i])+.5)/(m+groups/2)
			index += (q - p) * math.Log(q/p)
		}
	}
	return index, (1/n + 1/m) * chiSquare(groups-1)
}

// chiSquare is the 99.9 % point of a chi-square distribution.
func chiSquare(degrees float64) float64 {
	const z = 3.0902
	v := 2 / (9 * degrees)
	return degrees * math.Pow(1-v+z*math.Sqrt(v), 3)
}

// Largest orders shifts, the share before the fields and then the largest first.
func Largest(list []Shift) []Shift {
	out := slices.Clone(list)
	slices.SortFunc(out, func(a, b Shift) int {
		return cmp.Or(cmp.Compare(kind(a), kind(b)), cmp.Compare(math.Abs(b.Bits), math.Abs(a.Bits)), cmp.Compare(b.Index, a.Index), strings.Compare(a.Scheme, b.Scheme), strings.Compare(a.Field, b.Field))
	})
	return out
}

func kind(s Shift) int { return min(len(s.Field), 1) }
