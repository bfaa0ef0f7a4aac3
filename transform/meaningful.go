package transform

import "clientele/extract"

// LeastMargin is the lowest margin that says something: −300 %. Where a loss is more
// than three times the revenue it is of, there is next to no revenue, and a few
// cents of it more or less would halve or double the figure.
const LeastMargin = -3 * extract.One

// Meaningful returns a margin, unknown below LeastMargin.
func Meaningful(margin extract.Opt[extract.Decimal]) extract.Opt[extract.Decimal] {
	if margin.Value < LeastMargin {
		return extract.Opt[extract.Decimal]{}
	}
	return margin
}
