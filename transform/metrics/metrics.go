// Package metrics turns customer histories into the figures that pages show. One
// file holds one metric. It is pure: no database, no clock, nothing random; the
// statistics are transform/model's, what a figure looks like is the pages'.
//
// A Set folds histories with Add, joins other sets with Merge, and computes every
// metric in Finish; its Results can be stored, read back, and cut to a scope.
package metrics

import (
	"math"

	"clientele/extract"
	"clientele/transform"
)

// Money is an amount in 1/10,000 of the company's currency.
type Money = extract.Money

// Day is a calendar day of the company.
type Day = transform.Day

// ratio returns part over whole rounded to 1/100,000,000, unknown for an empty whole.
func ratio(part, of int64) extract.Opt[extract.Decimal] {
	if of == 0 {
		return extract.Opt[extract.Decimal]{}
	}
	return decimal(float64(part) / float64(of))
}

// share returns one amount over another, unknown unless the other is above zero.
func share(part, of Money) extract.Opt[extract.Decimal] {
	if of <= 0 {
		return extract.Opt[extract.Decimal]{}
	}
	return decimal(float64(part) / float64(of))
}

// decimal returns a float as a Decimal, rounded to nine significant digits, so
// that platforms agree; unknown where it is not a number or out of range.
func decimal(v float64) extract.Opt[extract.Decimal] {
	v = nine(v) * float64(extract.One)
	if math.IsNaN(v) || math.Abs(v) > 9e18 {
		return extract.Opt[extract.Decimal]{}
	}
	return extract.Some(extract.Decimal(math.RoundToEven(v)))
}

// nine rounds to nine significant digits.
func nine(v float64) float64 { return significant(v, 9) }

// significant rounds to so many significant digits. Below 1e-290 it gives 0: there
// the scale would not fit.
func significant(v float64, digits int) float64 {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return v
	}
	if math.Abs(v) < 1e-290 {
		return 0
	}
	scale := math.Pow(10, float64(digits-1)-math.Floor(math.Log10(math.Abs(v))))
	return math.Round(v*scale) / scale
}
