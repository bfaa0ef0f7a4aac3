package metrics

import "clientele/extract"

// BottomLine is what pains and wants may be worth, and what the company's own
// initiatives may bring.
type BottomLine struct {
	Profit      bool  // money is net profit; else revenue, because no profit is known
	From        Day   // since when the gaps are measured
	Compared    int64 // customers they are measured on, of the whole company
	Themes      []Theme
	Small       int64 // themes of fewer customers than a figure takes
	Gross       Money // value at stake of all themes: customers of several count in each
	Once        Money // each customer's money once, in the theme with most at stake
	OnceLow     Money // Once at the lower and the upper end of every gap
	OnceHigh    Money
	Asked       Money // profit expected of the open enquiries that themes name
	Initiatives []Graded
	Expected    Money // of the initiatives that pay, chance times value less cost, each customer once
}

// A Theme is something many customers show. Gap is how much less likely to order
// they were, within a horizon, than others like them.
type Theme struct {
	Kind      string // FromComplaint and the like
	Name      string
	Customers int64 // active ones who show it now and bought within twelve months
	Reachable int64 // of them, those who did not refuse contact
	Money     Money // their net profit of twelve months where above zero; revenue where no profit is known
	Gap       Change
	Measured  bool
	Matched   int64 // customers the gap was measured on
	Stake     Money // money times gap, zero where the gap is not above zero
	Low, High Money // at the ends of the gap's interval
	Own       Money // the part of Stake not counted in a theme with a larger gap
	Asked     Money // profit expected of open enquiries about it
	Left      int64 // customers lost within the year who gave it as their reason
	LeftMoney Money // what those brought in the year before
}

// Worth returns what the theme is worth: what is at stake and what is asked for.
func (t *Theme) Worth() Money { return t.Stake + t.Asked }

// Pain reports whether a theme is a pain rather than a want.
func (t *Theme) Pain() bool { return t.Kind != FromNeed && t.Kind != FromEnquiry }

// Graded is one initiative of the register and what it may bring.
type Graded struct {
	Initiative
	Found     bool // its theme is shown by somebody in its group
	Known     bool // something is measured or asked for, so that it has a value
	Kind      string
	Customers int64
	Reachable int64
	Gap       Change
	Measured  bool
	Matched   int64
	Value     Money // if it works: what is at stake with these customers, and asked for
	Low, High Money
	Cost1     Money // of the first year
	Net       Money // chance times value less cost
	NetLow    Money
	NetHigh   Money
	Payback   extract.Opt[extract.Decimal] // months
	Followed  Followed
}

// Followed is what customers of a started initiative did since, beside customers
// with the same theme it does not treat.
type Followed struct {
	Begun              bool
	Treated, Untreated Rate   // of those who bought in the year before the start, who ordered since
	Kept               Change // the difference of the two shares
	Months             int64  // whole months since
	TreatedEach        Mean   // gross profit of these months less that of the same months a year before, each
	UntreatedEach      Mean
	Earned             Change // the difference of the two means, in currency
	Early              string // why nothing can be said yet, empty where it can
}
