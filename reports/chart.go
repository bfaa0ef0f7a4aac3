package reports

import "math"

// ChartKind is the form of a chart.
type ChartKind int

// The forms. There are no pies and nothing is three-dimensional.
const (
	Columns     ChartKind = iota // upright bars, series side by side
	Bars                         // lying bars, first category on top
	StackedBars                  // lying bars, series one after the other
	Line                         // lines over categories
	Scatter                      // a line over numeric X, for instance a whale curve
)

// Role is the part a series plays; it decides its colour.
type Role int

// The roles.
const (
	Actual   Role = iota // this period
	Previous             // the period compared with
	Mid                  // a second actual
	Tint                 // a third actual
	Bad                  // always unwelcome
	Target               // what was aimed at: a dashed line
	Guide                // a thin reference line
	Dark                 // a fourth actual
	Grey                 // a fifth actual
)

// Chart describes one chart. Fewer than three points are not drawn: see Drawable.
type Chart struct {
	Key        string // optional stable name
	Kind       ChartKind
	Message    string // title: one computed sentence
	Unit       string // "Revenue by month, € k · grey = year before"
	Categories []string
	Series     []Series
	Value      Kind   // meaning of the values: KindMoney, KindMoneyK, KindPercent0, KindCount, ...
	Signed     bool   // values below zero are bad news and take the bad colour
	Labels     bool   // every value is written at its mark (no value axis)
	EndLabels  bool   // lines are named at their end
	XTitle     string // Scatter: what X is
	XValue     Kind   // Scatter: meaning of X
	Alt        string // the numbers in words, for readers who do not see the chart
	Height     int    // rows of the sheet, 0 = 14
}

// Series is one row of values. Amounts are in whole currency units.
type Series struct {
	Name    string
	Values  []float64
	Missing []bool    // true: not measured, a gap; may be shorter than Values
	X       []float64 // Scatter only
	Role    Role
	Dashed  bool
}

// Gap tells whether value i was not measured. What is not a number was not.
func (s Series) Gap(i int) bool {
	return i >= len(s.Values) || i < len(s.Missing) && s.Missing[i] || math.IsNaN(s.Values[i]) || math.IsInf(s.Values[i], 0)
}

// leastPoints is the number of measured values below which a chart would show chance, not a pattern.
const leastPoints = 3

// Drawable tells whether at least one series has enough measured points, of which not all are zero: a picture of
// nothing says less than the words above it.
func (c Chart) Drawable() bool {
	for _, s := range c.Series {
		if s.measured() >= leastPoints && s.some() {
			return true
		}
	}
	return false
}

// some tells whether any measured point is not zero.
func (s Series) some() bool {
	for i, x := range s.Values {
		if x != 0 && !s.Gap(i) {
			return true
		}
	}
	return false
}

func (s Series) measured() int {
	n := 0
	for i := range s.Values {
		if !s.Gap(i) {
			n++
		}
	}
	return n
}

// Units turns amounts in 1/10,000 into chart values in whole units.
func Units[M ~int64](ms []M) []float64 {
	xs := make([]float64, len(ms))
	for i, m := range ms {
		xs[i] = float64(m) / 10_000
	}
	return xs
}
