package jobs

import (
	"clientele/extract"
)

// A Weighed is the reckoning about two records, as a person can follow it.
type Weighed struct {
	A, B      extract.Ref
	Lines     []Weight // the start first, then field by field
	Strangers float64  // bits against two strangers: the sum of the lines
	Kin       float64  // bits against two of one household or company
	Score     float64  // what counts: bits of evidence that they are one customer
	Accept    float64  // from how many bits a pair can join
	Clash     string   // why they cannot be one, whatever the sums
	Cut       bool     // a rule lets them count less than the sums say
}

// A Weight is one line of the reckoning.
type Weight struct {
	Field         string // empty for what is known before the records are looked at
	Words         string // "same e-mail"
	First, Second string // the values as their sources write them
	Strangers     float64
	Kin           float64
}

// For reports whether a line speaks for one customer, both against two strangers and
// against two of one household.
func (w Weight) For() bool { return w.Strangers > 0 && w.Kin >= 0 }

// Against reports whether a line speaks for two. What is neither, as a shared phone, is
// seen between strangers seldom and in one household often.
func (w Weight) Against() bool { return w.Strangers <= 0 }
