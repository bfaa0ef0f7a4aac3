package reports

import "time"

// ColumnHead is what a reader is told about one column.
type ColumnHead struct {
	Text    string   // the reader's words, without the unit; "¤" stands for the currency
	Help    string   // one sentence saying what the column means: the glossary
	Kind    Kind     // meaning of its values
	Unit    string   // words after the head, "¤ k" or "%"; see UnitText
	Bar     bool     // a bar from zero behind the number
	Bold    bool     // the sort column
	Lower   bool     // less is better: colours of changes are swapped
	RowSays bool     // each value of a change says itself what is better
	Sum     bool     // added up in the "Filtered" line of a list
	Heat    Heat     // background shade by size
	Width   float64  // least width in characters, 0 = by content
	Most    float64  // greatest width in characters of words that wrap in a list, 0 = as wide as such columns get
	Last    bool     // the last column of a list that prints; those after it are for the screen
	Good    []string // words shown in the good colour
	Bad     []string // words shown in the bad colour
	Choices []string // cells the reader fills in: the permitted answers
	Open    bool     // cells the reader fills in with words of their own
	Points  []string // KindSpark: names of the number columns, oldest first
}

// Heat is the way a column is shaded.
type Heat int

// The ways of shading. Adjoining columns with the same shading are shaded as one block.
const (
	NoHeat   Heat = iota
	HeatUp        // white to tint, larger is darker
	HeatMean      // below the mean one colour, above it the other
	HeatAge       // as HeatUp, with blank cells grey: there is nothing to measure yet
)

// Column is one column over rows of type R. Make one with Text, Count, Money and their kin.
type Column[R any] struct {
	head    ColumnHead
	value   func(R) Value
	blank   func(R) bool
	noTotal bool
}

// Head tells what the reader is told about the column.
func (c Column[R]) Head() ColumnHead { return c.head }

// Value measures one row.
func (c Column[R]) Value(r R) Value {
	if c.blank != nil && c.blank(r) {
		return Value{Kind: c.head.Kind}
	}
	v := c.value(r)
	v.Lower = v.Lower || c.head.Lower
	return v
}

// Bar draws a bar from zero behind every number.
func (c Column[R]) Bar() Column[R] { c.head.Bar = true; return c }

// Bold marks the column the rows are sorted by.
func (c Column[R]) Bold() Column[R] { c.head.Bold = true; return c }

// LowerIsBetter swaps the colours of a change.
func (c Column[R]) LowerIsBetter() Column[R] { c.head.Lower = true; return c }

// Sum adds the column up in the "Filtered" line of a list.
func (c Column[R]) Sum() Column[R] { c.head.Sum = true; return c }

// NoTotal leaves the column empty in total rows, where it would mean nothing.
func (c Column[R]) NoTotal() Column[R] { c.noTotal = true; return c }

// Shade colours the background by size.
func (c Column[R]) Shade(h Heat) Column[R] { c.head.Heat = h; return c }

// Width sets the least width in characters.
func (c Column[R]) Width(w float64) Column[R] { c.head.Width = w; return c }

// Within sets the greatest width in characters of a column of words: longer ones run over several lines.
func (c Column[R]) Within(w float64) Column[R] {
	words := c.value
	c.head.Kind, c.head.Most = KindWrap, w
	c.value = func(r R) Value { v := words(r); v.Kind = KindWrap; return v }
	return c
}

// LastPrinted ends the printed area of a list after the column.
func (c Column[R]) LastPrinted() Column[R] { c.head.Last = true; return c }

// Unit replaces the unit named after the head; "¤" stands for the currency, "" leaves it out.
func (c Column[R]) Unit(u string) Column[R] { c.head.Unit = u; return c }

// GoodWords colours these words good. The word itself says the same.
func (c Column[R]) GoodWords(words ...string) Column[R] { c.head.Good = words; return c }

// BadWords colours these words bad. The word itself says the same.
func (c Column[R]) BadWords(words ...string) Column[R] { c.head.Bad = words; return c }

// Choices makes the cells answerable with one of the words.
func (c Column[R]) Choices(words ...string) Column[R] { c.head.Choices = words; return c }

// Open leaves the cells to the reader's own words.
func (c Column[R]) Open() Column[R] { c.head.Open = true; return c }

// Blank leaves the cell empty where the condition holds: not measured is never zero. Conditions add up.
func (c Column[R]) Blank(when func(R) bool) Column[R] {
	if before := c.blank; before != nil {
		c.blank = func(r R) bool { return before(r) || when(r) }
		return c
	}
	c.blank = when
	return c
}

func column[R any](k Kind, head, help string, value func(R) Value) Column[R] {
	return Column[R]{head: ColumnHead{Text: head, Help: help, Kind: k, Unit: unitOf(k)}, value: value}
}

func unitOf(k Kind) string {
	switch k {
	case KindMoney, KindMoneyCents, KindDeltaMoney:
		return "¤"
	case KindMoneyK, KindDeltaMoneyK:
		return "¤ k"
	case KindPercent, KindPercent0, KindDeltaPercent:
		return "%"
	case KindDeltaPoints:
		return "pp"
	}
	return ""
}

func numbers[R any](k Kind, head, help string, value func(R) float64) Column[R] {
	return column(k, head, help, func(r R) Value { return number(k, value(r)) })
}

func numbersIf[R any](k Kind, head, help string, value func(R) (float64, bool)) Column[R] {
	return column(k, head, help, func(r R) Value {
		x, ok := value(r)
		if !ok {
			return Value{Kind: k}
		}
		return number(k, x)
	})
}

func amounts[R any, M ~int64](k Kind, head, help string, value func(R) M) Column[R] {
	return column(k, head, help, func(r R) Value { return amount(k, int64(value(r))) })
}

func amountsIf[R any, M ~int64](k Kind, head, help string, value func(R) (M, bool)) Column[R] {
	return column(k, head, help, func(r R) Value {
		m, ok := value(r)
		return Value{Kind: k, Known: ok, Amount: int64(m)}
	})
}

func moments[R any](k Kind, head, help string, value func(R) time.Time) Column[R] {
	return column(k, head, help, func(r R) Value { return moment(k, value(r)) })
}

func texts[R any](k Kind, head, help string, value func(R) string) Column[R] {
	return column(k, head, help, func(r R) Value {
		s := value(r)
		return Value{Kind: k, Known: s != "", Text: s}
	})
}
