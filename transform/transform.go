// Package transform names what the company knows once its records are one view:
// the customer, the history, the period, the edition and what was checked.
//
// Its subpackages do the work: match decides which records are one customer,
// warehouse keeps the customer table, state remembers what must never be lost,
// metrics turns histories into figures.
package transform

import "clientele/extract"

// Money is an amount in 1/10,000 of the company's currency.
type Money = extract.Money

// Day is a calendar day of the company.
type Day = extract.Day

// A Run numbers one execution of a job. Rows of the warehouse carry the run that
// brought them and the one that replaced them.
type Run int64

// A Link says which customer a source's record belongs to, and why.
type Link struct {
	extract.Ref
	Customer CustomerID
	Reason   string      // in words: "same e-mail and name as shop/17"
	With     extract.Ref // the record it was joined with; empty for the first of a customer
	Told     bool        // a person or a source joined the two, so no evidence did
}

// The kinds of decision.
const (
	MustLink   = "must_link"
	CannotLink = "cannot_link"
)

// A Decision is a person's word on two records. It outlasts every run.
type Decision struct {
	Kind string // MustLink or CannotLink
	A, B extract.Ref
	Who  string
	Why  string
}
