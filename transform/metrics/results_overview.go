package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// Overview holds the key figures.
type Overview struct {
	Revenue, RevenueBefore Split // twelve months, and the twelve before
	Period, PeriodBefore   Split // the report's period, and the same a year ago
	Orders, OrdersBefore   Counts
	PeriodOrders           Counts
	Target, PeriodTarget   extract.Opt[Money] // revenue wanted of twelve months; of the period
	Profit                 Split              // net profit of customers after cost to serve; unassigned likewise
	ProfitBefore           extract.Opt[Money] // of customers
	ProfitTarget           extract.Opt[Money]
	PeriodProfit           extract.Opt[Money] // net profit of customers in the period; in the same a year ago
	PeriodProfitBefore     extract.Opt[Money]
	PeriodProfitTarget     extract.Opt[Money]
	ProfitMonths           []NetMonth // the last thirteen complete calendar months, oldest first, as far as they are known
	AtRisk                 int64
	RevenueAtRisk          Money
	ProfitAtRisk           Money
	Active, ActiveBefore   int64
	Attrition, Before      Rate
	OpenComplaints         int64
	OldestComplaint        extract.Opt[int64] // days
	ContractsMet           Rate
	Satisfaction           Mean
	Categories             Mean
	Lifetime, Ahead        Money
	Moved                  Moved
	Months                 []MonthPair // the last twelve complete calendar months, then the one cut off by the as-of day
	Territories            []Territory
	Whole                  []Territory // of a scope: the whole company as one row to compare with
}

// Moved says what moved revenue between the two twelve months of customers:
// Before + New + Returned + Growing + Declining + Lost = Now. Declining and Lost
// are negative.
type Moved struct {
	Before, New, Returned, Growing, Declining, Lost, Now Money
	Customers                                            [5]int64 // new, returned, growing, declining, lost
}

// Net returns the change.
func (m Moved) Net() Money { return m.Now - m.Before }

// A MonthPair is revenue of a calendar month this year and last, of customers and
// unassigned documents.
type MonthPair struct {
	Month           Day
	Partial         bool // the as-of day cuts it off; Before is then the whole month
	Revenue, Before Money
	Target          extract.Opt[Money]
}

// A NetMonth is net profit of customers in a calendar month: of what they bought in it, less what serving them took in
// it at the rates of the twelve months it lies in.
type NetMonth struct {
	Month Day
	Net   Money
}

// A Territory is one territory against its target, last year and its risks.
type Territory struct {
	Group
	Reps          []string
	Target        extract.Opt[Money]
	Declining     int64
	Unanswered    int64
	OpenComplaint int64
	Contracts     Rate
	Active        int64
	Commission    Money   // net profit of the customers that make one: losses are not set off
	Months        []Money // revenue of SeriesMonths calendar months
}

// Profitability is who makes and who consumes profit, over twelve months.
type Profitability struct {
	Revenue        Split
	Gross          Split
	NoCost         Split // sales whose cost of goods is unknown: in revenue, not in gross profit
	Goods          Split // cost of goods known
	CostToServe    Split
	Net            Split // gross profit less cost to serve
	Pools          []Pool
	Unknown        Group   // customers without any known cost of goods: in revenue and cost to serve, not in net
	Fifths         []Group // best to worst by net profit
	Whale          []WhalePoint
	Peak           WhalePoint
	Eroded         Money                        // what the customers after the peak take away from it
	Erosion        extract.Opt[extract.Decimal] // the same as a share of all net profit: the peak less 100 %; unknown where that is not above zero
	ByType         []Group                      // business types, largest revenue first
	ByTerritory    []Group
	Total          Group                  // all customers
	Losing         Group                  // below zero
	Idle           Group                  // of those, who bought nothing and were served
	LossMakers     []transform.CustomerID // largest loss first
	Below          []transform.CustomerID // furthest below expectation first
	Factors        []Factor
	Months         []ProfitMonth      // windows of the twelve months
	AverageToServe extract.Opt[Money] // total over customers, the figure that hides who causes cost
}

// A Pool is one activity's cost over twelve months and where it went:
// Amount = Split.All() + Unused + Uncharged.
type Pool struct {
	Activity   string
	Known      bool // one of the six activities; others cannot be charged to anyone
	Amount     Money
	Minutes    extract.Opt[extract.Decimal] // practical capacity
	Used       extract.Decimal              // minutes, or events where not paid by time
	ByTime     bool
	Events     int64
	Rate       extract.Opt[Money] // for one minute or event
	Split                         // what customers, unassigned and excluded documents caused
	Unused     Money              // capacity nobody used
	Uncharged  Money              // cost without anything to charge it by
	Overloaded bool               // more minutes used than there were: the rate is lowered to fit
}

// A WhalePoint says what share of all net profit the best customers bring.
type WhalePoint struct {
	Customers int64                        // the best so many
	Share     extract.Decimal              // of customers
	Profit    Money                        // theirs together
	Of        extract.Opt[extract.Decimal] // of all net profit; unknown where that is not above zero
}

// A Factor sets best and worst fifth apart: a mean per customer.
type Factor struct {
	Name             string // code: orders, order_value, lines, shipments, visits, calls, tickets, returns, complaints, days_to_pay, categories
	Best, All, Worst extract.Opt[extract.Decimal]
	Ratio            extract.Opt[extract.Decimal] // worst over best
}

// A ProfitMonth is a calendar month, cut to the twelve months.
type ProfitMonth struct {
	Window
	Revenue Money
	Gross   Money
	Pools   Money
}
