package pages

import (
	"clientele/reports"
	"clientele/transform"
)

// A share of a handful says nothing, and a difference is a fact however small: where fewer
// cases stand behind what a figure is compared with than a percentage needs, its change is
// told in its own unit, beside what it was.

// countChange sets a count beside an earlier one, "vs last year". Nothing earlier and no
// order older than that is no comparison.
func (b *book) countChange(t reports.Tile, now, before int64, than string, reached bool) reports.Tile {
	switch {
	case before >= b.enough():
		t.Delta, t.Against = reports.DeltaPercentValue(float64(now)/float64(before)-1), "vs "+than
	case before > 0 || reached:
		t.Delta, t.Against = reports.DeltaCountValue(now-before), against(than, reports.Thousands(before))
	}
	return t
}

// moneyChange sets an amount beside an earlier one: in percent where enough cases stand
// behind that and it is above zero, else by how much.
func (b *book) moneyChange(t reports.Tile, now, before Money, than string, few, reached bool) reports.Tile {
	x, ok := growth(now, before)
	switch {
	case ok && !few:
		t.Delta, t.Against = reports.DeltaPercentValue(x), "vs "+than
	case before != 0 || reached:
		t.Delta, t.Against = reports.DeltaMoneyValue(now-before), against(than, b.tileMoney(before))
	}
	return t
}

// longestBase is how long the name of what a figure is compared with may be to leave room in a tile for what that was.
const longestBase = 14

// against says what a difference is held against and what that was, as far as a tile has room.
func against(than, was string) string {
	if len(than) > longestBase {
		return "vs a year before"
	}
	return "vs " + than + ": " + was
}

// fewOrdersThen reports whether fewer orders than a percentage needs were placed in the
// period a year ago; of a period that is no month, in the whole year before.
func (b *book) fewOrdersThen() bool {
	if m, ok := b.monthThen(); ok {
		return m < b.enough()
	}
	return b.fewOrdersBefore()
}

// fewOrdersBefore says the same of the twelve months before.
func (b *book) fewOrdersBefore() bool { return b.r.Overview.OrdersBefore.Company() < b.enough() }

// monthThen is how many orders the month had that a whole month is compared with.
func (b *book) monthThen() (int64, bool) {
	months := b.totals(b.lastMonths(13))
	if b.r.Period.Kind != transform.Monthly || len(months) < 13 || months[12].Month != b.r.Period.From {
		return 0, false
	}
	return months[0].Orders, true
}

// soldBefore reports whether somebody ordered before a day: then nothing sold after it is
// a zero, not a gap in the books.
func (b *book) soldBefore(day transform.Day) bool {
	for _, r := range b.rows {
		if r.First != 0 && r.First < day {
			return true
		}
	}
	return false
}

// inBrackets is a change in brackets: in percent, or by how much where that says nothing.
func (b *book) inBrackets(now, before Money, few bool) string {
	switch _, ok := growth(now, before); {
	case ok && !few:
		return bracketed(now, before)
	case before != 0 && now != before:
		return " (" + b.moreMoney(now-before) + ")"
	}
	return ""
}
