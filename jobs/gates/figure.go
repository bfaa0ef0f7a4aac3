package gates

import (
	"math"

	"clientele/reports"
)

// A Unit is what a figure counts.
type Unit int

// The units.
const (
	Plain Unit = iota // a number with two decimals
	Money             // of the company's currency
	Share             // a fraction, shown as a percentage
	Count             // whole things
)

// A Figure is a key figure of a report.
type Figure struct {
	Name     string // as the configuration calls it
	Label    string // as readers know it
	Unit     Unit
	Currency string // of money
}

// Say writes a value as the report does.
func (f Figure) Say(x float64) string {
	switch f.Unit {
	case Money:
		return reports.MoneyShort(f.Currency, int64(math.Round(x*10_000)))
	case Share:
		return percent(x)
	case Count:
		return reports.DecimalWords(x, 0)
	}
	return reports.DecimalWords(x, 2)
}
