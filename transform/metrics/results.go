package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// Results is everything the pages are made of: the figures of the company, or of
// one scope of it. Every list is in its order for reading and ends on an id.
type Results struct {
	Period        transform.Period
	Scope         transform.Scope
	Rules         Rules
	Rows          []*transform.Figures // customers in the scope, by id; scopes share them
	Data          Data
	ToDate        ToDate
	Overview      Overview
	Profitability Profitability
	Attrition     Attrition
	RFM           RFM
	Products      Products
	Lifetime      Lifetime
	Ladder        Ladder
	Service       Service
	Contracts     Contracts
	Prospects     Prospects
	Satisfaction  Satisfaction
	Needs         Needs
	CrossSell     CrossSell
	BottomLine    BottomLine
	Checks        []transform.Check
}

// A Window is a half-open span of days: From, up to but not including To.
type Window struct{ From, To Day }

// A Split is an amount with its own lines: the sum of the customers as shown, what
// belongs to nobody we know, what rounding left over, and, apart from those, what
// is left out of every figure (staff, tests, companies of the group).
type Split struct {
	Customers  Money
	Unassigned Money
	Rounding   Money
	Excluded   Money
}

// Company returns the amount without what is left out of every figure.
func (s Split) Company() Money { return s.Customers + s.Unassigned + s.Rounding }

// All returns the amount with everything, as the sources have it.
func (s Split) All() Money { return s.Company() + s.Excluded }

// A Counts is a Split of things counted.
type Counts struct{ Customers, Unassigned, Excluded int64 }

// Company returns the count without what is left out of every figure.
func (c Counts) Company() int64 { return c.Customers + c.Unassigned }

// All returns the count with everything.
func (c Counts) All() int64 { return c.Company() + c.Excluded }

// A Rate is a part of a whole with its 95 % interval (Wilson 1927), shares from
// 0 to 1; the interval is unknown where the whole is empty.
type Rate struct {
	Part, Of  int64
	Low, High extract.Opt[extract.Decimal]
}

// Share returns part of whole, unknown where the whole is empty.
func (r Rate) Share() extract.Opt[extract.Decimal] { return ratio(r.Part, r.Of) }

// A Mean is an average with its 95 % interval (Student's t); the interval is
// unknown below two values, all of it below one.
type Mean struct {
	N         int64
	Mean      extract.Opt[extract.Decimal]
	Low, High extract.Opt[extract.Decimal]
}

// A Group is a set of customers taken together: a business type, a source of
// customers, a fifth, a number of categories. Money is of twelve months, the sum
// of the customers as shown. Net is of those whose cost is known.
type Group struct {
	Name          string
	Customers     int64
	Buying        int64 // bought within twelve months
	Revenue       Money
	RevenueBefore Money
	Gross         Money
	Costed        Money // revenue whose cost is known
	CostedBefore  Money
	CostToServe   Money
	Costs         transform.Costs
	Net           Money
	NetBefore     extract.Opt[Money] // unknown where cost pools do not reach back
	Planned       extract.Opt[Money] // net profit planned of a business type or a territory
	RevenueAtRisk Money
	ProfitAtRisk  Money
	AtRisk        int64
	Risk          Mean // of customers active
	Attrition     Rate
	Before        Rate // attrition a year ago
	Lifetime      Money
	Estimated     int64 // customers whose Ahead is known
	Ahead         Money
	Categories    Mean // of those who bought within twelve months
	Satisfaction  Mean
	Complaints    int64
	NetUnknown    int64 // customers whose net profit is unknown
}

// Margin returns net profit as a share of the revenue whose cost is known, unknown
// without such revenue, or with next to none.
func (g Group) Margin() extract.Opt[extract.Decimal] {
	return transform.Meaningful(share(g.Net, g.Costed))
}

// MarginBefore returns the margin of the twelve months before.
func (g Group) MarginBefore() extract.Opt[extract.Decimal] {
	if !g.NetBefore.Known {
		return extract.Opt[extract.Decimal]{}
	}
	return transform.Meaningful(share(g.NetBefore.Value, g.CostedBefore))
}

// Growth returns revenue against the twelve months before as a share.
func (g Group) Growth() extract.Opt[extract.Decimal] {
	return share(g.Revenue-g.RevenueBefore, g.RevenueBefore)
}
