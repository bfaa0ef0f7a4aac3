package transform

import "clientele/extract"

// A Check compares two ways to the same number. It allows no difference.
type Check struct {
	Name     string // what is compared, in a reader's words
	Expected string
	Found    string
	Passed   bool
}

// Tie returns a check that two amounts are equal.
func Tie(name string, expected, found Money) Check {
	return Check{Name: name, Expected: expected.String(), Found: found.String(), Passed: expected == found}
}

// TieCount returns a check that two counts are equal.
func TieCount(name string, expected, found int64) Check {
	return Check{Name: name, Expected: extract.Decimal(expected * int64(extract.One)).String(), Found: extract.Decimal(found * int64(extract.One)).String(), Passed: expected == found}
}

// Coverage counts what became of the rows of one kind of one source in one run:
// Read = Added + Changed + Unchanged + Repeated + Aside.
type Coverage struct {
	Source    string
	Kind      extract.Kind
	Read      int64
	Added     int64
	Changed   int64
	Unchanged int64
	Repeated  int64 // the same row twice with the same contents
	Aside     int64 // broke their contract
	Vanished  int64 // no longer in the source
	Rounded   int64 // numbers with more decimals than we keep
	Cleaned   int64 // texts with control characters or in another encoding
	Kept      int64 // rows of this kind and source in the warehouse afterwards
	Amount    Money // of the documents read, net as mapped, before conversion
	AsideSum  Money // the same of the rows kept aside, where it could be read
	Stored    Money // of the rows in the warehouse afterwards
	Newest    extract.Instant
}

// Balanced reports whether every row read is accounted for.
func (c Coverage) Balanced() bool {
	return c.Read == c.Added+c.Changed+c.Unchanged+c.Repeated+c.Aside
}
