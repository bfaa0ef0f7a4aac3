package metrics

import (
	"clientele/extract"
)

// Data says what went into the figures and what was set aside.
type Data struct {
	Customers, Excluded int64 // golden records in the figures, and left out of them
	Unconvertible       []Aside
	Disagreeing         Aside      // orders whose lines do not add up to their net value: the order's own value counts
	NoValue             int64      // valid orders with neither a net value nor lines: they count as zero
	Deposits            Aside      // prepayments, no revenue
	Abandoned           Aside      // invoices nobody will pay: still revenue
	Open                Aside      // customers' invoices not fully paid: what is missing, with tax
	Over                Aside      // customers' invoices paid beyond their amount: what was too much, with tax
	Overpaid            []Overpaid // the largest of them
	Unplanned           Aside      // targets of customers that are not there
	Odd                 Oddities
	Orphans             Aside                        // order lines whose order is not there: set by who deals the documents out
	Future              Aside                        // documents dated on or after the as-of day
	NotSales            int64                        // draft, cancelled and returned documents
	CostKnown           extract.Opt[extract.Decimal] // share of twelve months' sales with a known cost of goods
	Kinds               []KindCount
	Newest              extract.Instant // newest document used
	PoolMonths          int64           // months of the twelve with any cost pool
	MinutesRecorded     Rate            // tickets of twelve months with minutes recorded
	Flows               []Flow          // fields that questions hang on, to date
}

// An Aside is a number of documents and their worth, in the currency named or the
// company's.
type Aside struct {
	Currency string
	Count    int64
	Amount   Money
}

// A KindCount counts the documents of one kind that reached the fold.
type KindCount struct {
	Kind  extract.Kind
	Count Counts
}

// ToDate holds the totals of everything before the as-of day.
type ToDate struct {
	Orders     Counts
	Buyers     int64 // customers who ever ordered
	Repeat     int64 // with at least two orders
	RepeatDays int64 // with orders on at least two days
	Active     int64
	Lapsed     int64 // last order longer ago than the rule allows
	Revenue    Split
	Gross      Split
	FirstDay   Day
	LastDay    Day
	Months     []MonthTotal
}

// A MonthTotal is one calendar month of the whole company without what is left
// out of every figure. Partial marks a month the as-of day cuts off.
type MonthTotal struct {
	Month   Day
	Partial bool
	Orders  int64
	Buyers  int64
	New     int64
	Revenue Money // exact
	Gross   Money
}
