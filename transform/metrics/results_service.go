package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// Service is the service desk: tickets and complaints of twelve months.
type Service struct {
	Tickets, Before Counts // all of them, internal ones too
	Now, Was        Desk   // of twelve months, and of the twelve before
	Topics          []Topic
	Channels        []Tally
	Months          []DeskMonth // up to 25 complete calendar months, oldest first
	Weekdays        []Weekday
	Open            int64              // complaints
	Oldest          extract.Opt[int64] // days
	Serial          []transform.CustomerID
	Waiting         []transform.CustomerID // customers with open complaints, longest wait first
	Reasons         []Tally                // subjects of complaints, most frequent first, with the revenue at risk of who complained of it
}

// The words for how a contract stands, worst last.
const (
	ContractMet    = "Met"
	ContractBehind = "Behind"     // bought less than nine tenths of what is agreed pro rata
	ContractLate   = "Late payer" // buys enough, pays later than agreed
	ContractBreach = "Breach"     // bought less than three quarters, or more discount was given than agreed
)

// Contracts is whether customers buy, pay and earn what was agreed.
type Contracts struct {
	Rows          []Contract
	Met           Rate
	Young         Rate  // met, of those begun within 90 days
	ForecastShort Money // what the forecasts stay below what is agreed for the whole terms
	Shortfall     Money // agreed less bought, of contracts not met
}

// A Contract is one valid contract in force on the last day of the period.
type Contract struct {
	Customer     transform.CustomerID
	ID           string
	Status       string
	Starts, Ends Day
	Agreed       extract.Opt[Money] // whole term
	ProRata      extract.Opt[Money] // to the as-of day
	Seasonal     bool               // by the customer's own year before, else by days
	Bought       Money
	Forecast     extract.Opt[Money] // bought at the end of the term, as so far
	Short        extract.Opt[Money] // of what is agreed, by the forecast; zero where it is reached
	Young        bool               // began within 90 days
	Fulfilled    extract.Opt[extract.Decimal]
	Gap          extract.Opt[Money] // bought less agreed pro rata
	Discount     extract.Opt[extract.Decimal]
	Given        extract.Opt[extract.Decimal] // discount its orders carry, of their value before it
	Beyond       extract.Opt[Money]           // discount given beyond the one agreed; unknown within half a point
	NotEarned    extract.Opt[Money]           // discount granted on purchases of a contract not met
	DaysAgreed   extract.Opt[int64]
	DaysActual   extract.Opt[extract.Decimal]
	Margin       extract.Opt[extract.Decimal] // net profit over the revenue of twelve months whose cost is known
}

// Prospects is enquiries and where they wait.
type Prospects struct {
	Rows       []Prospect
	Open       int64                        // enquiries neither won nor lost, their product not bought since
	Unanswered int64                        // of them, those nobody has answered
	Value      extract.Opt[Money]           // of the open ones with a value
	Expected   extract.Opt[Money]           // value times the share won of enquiries that were decided
	Won        Rate                         // of enquiries decided within two years
	Days       extract.Opt[extract.Decimal] // median days from enquiry to the next order, open ones counted as such (Kaplan-Meier)
	OrderDays  extract.Opt[extract.Decimal] // the same median of those only that an order followed, from Rules.MinSample of them on
	FirstReply extract.Opt[extract.Decimal] // median hours to the first answer of enquiries of twelve months, unanswered ones counted as waiting
	SlowReply  extract.Opt[extract.Decimal] // nine of ten have an answer by then, hours
	WithinDay  Rate                         // answered within a day, of those answered at a known moment or older
	Never      Rate                         // of the enquiries of twelve months: nobody answered
}

// A Prospect is one open enquiry, or several open ones of one enquirer about the
// same thing.
type Prospect struct {
	Customer          transform.CustomerID // empty: nobody we know
	Name              string
	ID                string // of the newest enquiry
	Stage             string
	Interest, Product string
	Channel           string
	Type, City        string
	Segment           string // by recency and frequency; New of who never bought
	Territory, Rep    string
	Consent           string
	Value             extract.Opt[Money]
	Chance            extract.Opt[extract.Decimal] // to be won: the share of its channel and interest, smoothed
	Score             extract.Opt[Money]           // expected value: value times chance
	First, Last       Day
	LastContact       Day
	Waiting           int64 // days since the first one
	Unanswered        int64 // of its enquiries
	ReplyHours        extract.Opt[extract.Decimal]
	Enquiries         int64
	Buyer             bool // has ordered before
	Elsewhere         bool // of a scope: somebody outside it has the enquiry, who is not named
}
