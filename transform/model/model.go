// Package model holds the statistics the metrics need: intervals, ranks, slopes,
// survival and shrunken shares. It knows numbers only: no customer, no money, no
// clock. Every function names its source.
package model

import "math"

// z95 is the 97.5 % point of the standard normal distribution.
const z95 = 1.959963984540054

func clamp(v, low, high float64) float64 { return math.Min(math.Max(v, low), high) }
