package metrics

import (
	"errors"
	"fmt"
	"time"

	"clientele/extract"
)

// The documents revenue is counted from.
const (
	FromOrders   = "orders"
	FromInvoices = "invoices"
)

// The levels products are counted at.
const (
	ByCategory = "category"
	ByProduct  = "product"
)

// Rules are the company's own words on what counts.
type Rules struct {
	Zone            *time.Location `json:"-"` // days begin and end here; UTC when nil
	Currency        string         // of all figures
	MinorPlaces     int            // decimals of its minor unit, 0 to 4
	RevenueFrom     string         // FromOrders or FromInvoices
	LapsedAfter     int            // days after which a customer is lost, 31 to 3650
	Horizon         int            // days ahead that risk looks, 7 to 730
	LifetimeMonths  int            // months ahead that lifetime value looks, 1 to 120
	DiscountRate    extract.Decimal
	CreditRate      extract.Decimal // a year, for money lent to customers
	RiskThreshold   extract.Decimal // from which a customer is at risk, 0 to 1
	AttritionTarget extract.Decimal // share of active customers to be lost in a month at most, 0 to 1; 0: none is set
	Segments        SegmentRules
	Ladder          LadderRules
	MinSample       int             // below this an average is left out
	Response        extract.Decimal // share of those written to who answer a campaign, assumed where none is measured; 0: none
	ProductsBy      string          // ByCategory or ByProduct
	Hurdle          Money           // net profit of twelve months above which breadth counts as profitable, 0 and more
	HomeCountry     string          // two letters; other countries are international
	NewWindow       int             // days a customer counts as new; 365 when 0
	// Times are the minutes the company says events take. They stand in for what is
	// not recorded, and let order handling, delivery and returns be charged by time
	// where their capacity is known.
	Times []TimeEquation
	// Practical is the share of the minutes of cost pools that is really worked: 1
	// where pools state practical minutes already, 0.8 to 0.85 of paid ones.
	Practical extract.Decimal
	// Initiatives are the company's register.
	Initiatives []Initiative
	// ServiceTargets stand beside the measures of the service desk.
	ServiceTargets []ServiceTarget `json:",omitempty"`
}

// LadderRules are the steps of the loyalty ladder.
type LadderRules struct {
	LoyalOrderDays int   // order days within twelve months, 4
	LoyalQuarters  int   // of the last four quarters with an order, 3
	TrialBelow     Money // a first order below it is a trial; 0: only promotional orders and quotes are
}

// Defaults returns the rules of a company that says nothing.
func Defaults() Rules {
	return Rules{
		Zone: time.UTC, Currency: "EUR", MinorPlaces: 2, RevenueFrom: FromOrders,
		LapsedAfter: 180, Horizon: 90, LifetimeMonths: 36,
		DiscountRate: extract.One / 10, CreditRate: extract.One * 8 / 100, RiskThreshold: extract.One * 35 / 100,
		Ladder:    LadderRules{LoyalOrderDays: 4, LoyalQuarters: 3},
		MinSample: 10, ProductsBy: ByCategory, NewWindow: 365, Practical: extract.One,
	}
}

// Check returns everything wrong with the rules.
func (r Rules) Check() error {
	return errors.Join(
		between("minor places", r.MinorPlaces, 0, 4),
		between("lapsed_after", r.LapsedAfter, 31, 3650),
		between("horizon", r.Horizon, 7, 730),
		between("lifetime_months", r.LifetimeMonths, 1, 120),
		oneOf("revenue_from", r.RevenueFrom, FromOrders, FromInvoices),
		oneOf("products_by", r.ProductsBy, ByCategory, ByProduct),
		between("risk_threshold in percent", int(r.RiskThreshold/(extract.One/100)), 0, 100),
		between("attrition_target in percent", int(r.AttritionTarget/(extract.One/100)), 0, 100),
		between("campaign_response in percent", int(r.Response/(extract.One/100)), 0, 100),
		r.Segments.check(),
		between("ladder.loyal_quarters", r.Ladder.LoyalQuarters, 1, 4),
		r.checkTimes(),
		r.checkServiceTargets(),
	)
}

func between(name string, v, low, high int) error {
	if v < low || v > high {
		return fmt.Errorf("%s is %d: set it between %d and %d", name, v, low, high)
	}
	return nil
}

func oneOf(name, v string, words ...string) error {
	for _, w := range words {
		if v == w {
			return nil
		}
	}
	return fmt.Errorf("%s is %q: set it to one of %q", name, v, words)
}
