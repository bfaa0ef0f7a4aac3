package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// Attrition is who leaves. A customer is lost once the last order lies more than
// Rules.LapsedAfter days back.
type Attrition struct {
	Year, Before Rate // of those active a year ago, how many are lost now; the same a year earlier
	Months       []AttritionMonth
	ByType       []Group
	BySource     []Group
	Cohorts      []Cohort
	Traits       []Trait
	Reasons      []Tally // exit reasons of customers lost, most frequent first; "" is not recorded
	Competitors  []Tally
	Kept         []Kept // by business type: what became of last year's revenue
	KeptAll      Kept
	Held         Held
	Gone         Gone
	Drift        Drift
	Bands        []Group                // active customers by risk, lowest first
	AtRisk       []transform.CustomerID // most revenue at risk first
	Model        RiskModel
}

// An AttritionMonth ties: Opening + New + Returned - Lost = Closing.
type AttritionMonth struct {
	Month                                 Day
	Partial                               bool
	Opening, New, Returned, Lost, Closing int64
	Signal                                string // MoreThanUsual, FewerThanUsual, or nothing out of the ordinary
}

// Rate returns customers lost over customers at the opening.
func (m AttritionMonth) Rate() extract.Opt[extract.Decimal] { return ratio(m.Lost, m.Opening) }

// A Cohort is the customers of one quarter's first orders. Kept holds how many of them
// were active 3, 6, … months after the quarter; Revenue and Gross what they brought and
// what it left in the quarter itself, the next, and so on, exact. Each goes as far as
// quarters are over before the as-of day.
type Cohort struct {
	Quarter   Day
	Customers int64
	Kept      []int64
	Revenue   []Money
	Gross     []Money
}

// A Trait sets customers at risk apart from others.
type Trait struct {
	Name      string // code
	Customers int64
	Rate      Rate                         // attrition of those with the trait
	Times     extract.Opt[extract.Decimal] // over the average
}

// A Tally counts one word.
type Tally struct {
	Name   string
	Count  int64
	Amount Money // what goes with it: money of the customers or documents counted
}

// RiskModel says how the probability of no order within the horizon was
// estimated and how well that would have done one horizon ago.
type RiskModel struct {
	Name      string                       // in words
	Horizon   int64                        // days
	Origins   int64                        // past days it learned from
	N         int64                        // customers judged one horizon ago
	Base      extract.Opt[extract.Decimal] // share of them that did not order
	AUC       extract.Opt[extract.Decimal] // of the estimate
	Simple    extract.Opt[extract.Decimal] // of days since the last order alone
	Frequency extract.Opt[extract.Decimal] // of order days alone
	Brier     extract.Opt[extract.Decimal]
	Best      string // what ranked best: BestEstimate, BestDaysSince or BestFrequency
}

// RFM is the eleven segments by recency and frequency.
type RFM struct {
	Segments []Segment // in fixed order, best first
	ByType   []Group
	Lost     Group // of Total, those without an order within twelve months
	Total    Group
	Moves    []Move // between segments, since a year ago

	Frequencies []Frequency // how often each business type orders, and the room to grow
	ByLimits    bool        // scored by fixed limits: too few customers to rank
}

// A Segment is one of the eleven.
type Segment struct {
	Group
	Code string
}

// Products is breadth beside profit.
type Products struct {
	ByCount    []Group  // customers by number of categories: 1, 2, 3, 4, 5 and more
	Households []Group  // by number of categories of the household
	BySize     []Group  // households by size
	Quadrants  [4]Group // in the order of Quadrants
	Moves      []Move   // between them, since a year ago
	Many       int64    // categories from which many begins: above the median
	// The same of households, by the categories and the profit of all members together.
	HomeQuadrants [4]Group
	ManyAtHome    int64
	First         []FirstBought // by category, most customers first, as far as the table goes
	FirstAll      FirstBought   // all whose first order names a category
	Categories    []Category
	PerCustomer   Mean
	PerHousehold  Mean
	NotOnLines    Money // revenue of twelve months that no line explains: freight, discounts, credit notes
}

// FirstBought is the customers whose first order was of one category, and what became
// of them. Who bought several on the first day counts with the one they spent most on.
type FirstBought struct {
	Group
	Again     Rate               // of those whose first order is a year old or older, who ordered on another day within a year
	Still     Rate               // of the group, who is active
	Each      extract.Opt[Money] // median profit to date, of those whose profit is known
	Next      string             // the category that most of them bought first of what they had not bought on the first day
	NextShare Rate               // of the group, who did
}

// A Category is one product category over twelve months.
type Category struct {
	Name      string
	Customers Rate // of customers who bought within twelve months
	Revenue   Money
	Before    Money
	Gross     extract.Opt[Money]
	Costed    Money                        // revenue whose cost is known
	With      string                       // what its households most often buy as well, of what goes together beyond chance
	WithShare Rate                         // of its households, those who do
	WithLift  extract.Opt[extract.Decimal] // that share over the one of all households
}

// Margin returns gross profit as a share of the revenue whose cost is known.
func (c Category) Margin() extract.Opt[extract.Decimal] {
	if !c.Gross.Known {
		return extract.Opt[extract.Decimal]{}
	}
	return transform.Meaningful(share(c.Gross.Value, c.Costed))
}

// Lifetime is contribution to date and a named estimate of what is still to come.
type Lifetime struct {
	Model     string // in words
	Months    int64
	Discount  extract.Decimal // a year
	Past      Money
	Ahead     Money
	Customers int64
	ByType    []Group
	BySource  []Source
	Tenths    []Group     // by expected value, best first
	Matrix    [4]Group    // past and ahead high; past high, ahead low; past low, ahead high; both low
	Retention []Retention // where no race was held
	Forecast
}

// A Source is a way customers come, with what winning them cost.
type Source struct {
	Group
	Cost      extract.Opt[Money]           // mean cost to win one, where recorded
	CostKnown Rate                         // customers with a cost recorded
	Return    extract.Opt[extract.Decimal] // mean lifetime and expected value over cost
}

// A Retention is the share of one cell's customers active a year ago that are
// active now, shrunk towards the company's.
type Retention struct {
	Cell   string
	Raw    Rate
	Shrunk extract.Decimal
}

// Ladder is the loyalty ladder, each customer on exactly one rung.
type Ladder struct {
	Rungs   []Rung // Aware, Trial, Purchase, Multiple, Loyalty
	Hurdles []Hurdle
	Steps   []StepWorth
}

// A Rung is one step of the ladder.
type Rung struct {
	Group
	Each extract.Opt[Money] // net profit of twelve months for each customer
}

// A Hurdle is between a rung and the next.
type Hurdle struct {
	From, To   string
	Waiting    int64                        // customers on From
	Undated    int64                        // of them, those nobody knows since when: in no share and no time
	FellBack   int64                        // of them, those who have been further up before
	Conversion Rate                         // of all who ever reached From and are dated, how many have gone on so far
	Within     extract.Opt[extract.Decimal] // share that goes on within a year of reaching From, customers still waiting counted as such (Kaplan-Meier)
	WithinLow  extract.Opt[extract.Decimal] // its 95 % interval; unknown where nobody or everybody went on
	WithinHigh extract.Opt[extract.Decimal]
	Next       extract.Opt[extract.Decimal] // mean chance of those waiting to go on within the next year, given how long each has waited
	Median     extract.Opt[extract.Decimal] // days from rung to rung, customers still waiting counted as such (Kaplan-Meier)
	Process    int64                        // waiting, with an unanswered enquiry, an open complaint or a late delivery
	Product    int64                        // waiting, with goods sent back damaged or wrong
	Perception int64                        // waiting, unhappy in the last survey
	Unknown    int64                        // waiting, nothing recorded
}

// A StepWorth is what one step up would be worth for one business type: the
// difference of contribution between neighbouring rungs, times the customers
// waiting, times their chance to go on within the next year.
type StepWorth struct {
	Type, From, To string
	Waiting        int64 // customers on From, dated and never further up before
	Chance         extract.Opt[extract.Decimal]
	Own            bool // the chance is of the type's own customers, else of all
	Each           extract.Opt[Money]
	Worth          extract.Opt[Money]
}
