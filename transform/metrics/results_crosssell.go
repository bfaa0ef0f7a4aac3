package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// CrossSell is what goes together in one household within twelve months, and what
// follows from it: one offer for each customer, and campaigns. Rules are learned
// from the whole company, whatever the scope.
type CrossSell struct {
	Households int64 // that bought within twelve months and were learned from
	Huge       int64 // left out of learning: they bought nearly everything
	Least      int64 // households a rule needs
	Tests      int64 // pairs of categories that could have made a rule
	Found      int64 // rules found, of which the strongest are in Rules
	Sets       int64 // of them, those between what nearly everybody buys together: no offer follows
	Rules      []Association
	Offers     []Offer // the best of each customer, most expected first, as far as lists go
	Offered    Offering
	Campaigns  []Campaign // most profitable first
	Response   Response
	Across     CrossBuyers
	Serving    extract.Decimal // cost to serve for each unit of revenue, taken off every category's margin
}

// An Association is a rule: households that bought From buy To more often than
// chance explains.
type Association struct {
	From, To string
	Rate     Rate // of the households that bought From, those who bought To
	Usual    Rate // of all households
	Lift     extract.Decimal
	Low      extract.Decimal // lower end of the lift's 95 % interval, above 1
	P        float64         // Fisher's exact test, one-sided; six digits
}

// An Offer is one category for one customer who has not bought it.
type Offer struct {
	Customer transform.CustomerID
	Category string
	Rule     Association        // the strongest that points to it
	Spend    Money              // median of households of the same type and size that buy it, twelve months
	Revenue  Money              // chance times spend
	Profit   extract.Opt[Money] // that times the margin left after cost to serve
	Asked    bool               // the household enquired about it within twelve months
	Others   []string           // what else could be offered, best first
}

// Offering counts the customers who bought within twelve months by whether there is
// an offer for them, each in one number only.
type Offering struct {
	Offered   int64
	Gone      int64 // closed, lost by their own word, or not active any more
	Losing    int64 // bring no profit, alone or with their household, or it is not known
	AtRisk    int64
	Household int64 // another member of the household has the offer
	Nothing   int64 // no rule points to anything they do not buy
	Revenue   Money // expected of all offers
	Profit    extract.Opt[Money]
}

// All returns how many customers were looked at.
func (o Offering) All() int64 {
	return o.Offered + o.Gone + o.Losing + o.AtRisk + o.Household + o.Nothing
}

// A Campaign is one category for all customers of a business type whom it suits.
type Campaign struct {
	Category, Type string
	Without        int64                        // customers whom it suits and whose household has not bought it
	Reach          int64                        // of them, with an e-mail address and no refusal recorded
	Buy            Rate                         // of the type's households, those who buy it
	Spend          Money                        // the median of those
	Response       extract.Opt[extract.Decimal] // share of those written to who answer
	Revenue        extract.Opt[Money]
	Cost           extract.Opt[Money] // unknown where no campaign's cost is recorded
	Profit         extract.Opt[Money] // after the cost where that is known
}

// CrossBuyers are customers who bought two categories or more within twelve months,
// and those of them that bring a loss, by four kinds of behaviour. Source: D. Shah
// and V. Kumar, The dark side of cross-selling, Harvard Business Review 90 (2012).
type CrossBuyers struct {
	Losing Rate                         // of those whose profit is known, those who bring a loss
	Kinds  [5]Group                     // service demanders, revenue reversers, promotion maximisers, spending limiters, others; named by flag, the last by nothing
	Lost   Money                        // what they lose together, above zero
	Share  extract.Opt[extract.Decimal] // of what all who bought and bring a loss lose
}

// The bases of Response.
const (
	ResponseMeasured = "measured"
	ResponseAssumed  = "assumed" // the company's own word
	ResponseUnknown  = ""
)

// Response is how customers answered campaigns of the last 24 months.
type Response struct {
	Basis   string
	All     Rate               // of those written to, those who answered
	Assumed extract.Decimal    // where nothing is measured
	Cost    extract.Opt[Money] // of writing to one, from campaigns whose cost is recorded
}
