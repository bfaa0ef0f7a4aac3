package pages

import "clientele/reports"

// KeyEarlier is the name in Input.Previous, then its only entry, of what the last accepted report said its figures hang on
// where the preceding period has no accepted report: nothing is compared with it, and no day of a definition is forgotten.
const KeyEarlier = "earlier_definitions"

// preceded reports whether the preceding period has an accepted report.
func (b *book) preceded() bool {
	_, skipped := b.in.Previous[KeyEarlier]
	return len(b.in.Previous) > 0 && !skipped
}

// noComparison stands where a state would be compared with a report that is not there.
func (b *book) noComparison() string {
	if len(b.in.Previous) == 0 {
		return "first report, no comparison"
	}
	return "no report of " + b.r.Period.Previous().Label()
}

// nothingBefore is what a letter says of the time since a report that is not there.
func (b *book) nothingBefore() reports.LetterChange {
	if len(b.in.Previous) == 0 {
		return reports.LetterChange{Title: "First report: there is none to compare with"}
	}
	return reports.LetterChange{Title: "There is no report of " + b.r.Period.Previous().Label() + " to compare with"}
}
