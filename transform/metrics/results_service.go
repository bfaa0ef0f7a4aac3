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
	Reasons         []Tally                // subjects of complaints, most frequent first
}

// The words for how a contract stands, worst last.
const (
	ContractMet    = "Met"
	ContractBehind = "Behind"     // bought less than nine tenths of what is agreed pro rata
	ContractLate   = "Late payer" // buys enough, pays later than agreed
	ContractBreach = "Breach"     // bought less than three quarters
)

// Contracts is whether customers buy, pay and earn what was agreed.
type Contracts struct {
	Rows      []Contract
	Met       Rate
	Shortfall Money // agreed less bought, of contracts not met
}

// A Contract is one valid contract in force on the last day of the period.
type Contract struct {
	Customer     transform.CustomerID
	ID           string
	Status       string
	Starts, Ends Day
	Agreed       extract.Opt[Money] // whole term
	ProRata      extract.Opt[Money] // to the as-of day
	Bought       Money
	Fulfilled    extract.Opt[extract.Decimal]
	Gap          extract.Opt[Money] // bought less agreed pro rata
	Discount     extract.Opt[extract.Decimal]
	NotEarned    extract.Opt[Money] // discount granted on purchases of a contract not met
	DaysAgreed   extract.Opt[int64]
	DaysActual   extract.Opt[extract.Decimal]
	Margin       extract.Opt[extract.Decimal] // net profit over revenue of twelve months
}

// Prospects is enquiries and where they wait.
type Prospects struct {
	Rows       []Prospect
	Open       int64                        // enquiries neither won nor lost, their product not bought since
	Unanswered int64                        // of them, those nobody has answered
	Value      extract.Opt[Money]           // of the open ones with a value
	Expected   extract.Opt[Money]           // value times the share won of enquiries that were decided
	Won        Rate                         // of enquiries decided within twelve months
	Days       extract.Opt[extract.Decimal] // median days from enquiry to the next order, open ones counted as such (Kaplan-Meier)
	FirstReply extract.Opt[extract.Decimal] // median hours
	NotInRange []Tally                      // interests asked for that name no product on offer
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
	Territory, Rep    string
	Consent           string
	Value             extract.Opt[Money]
	Score             extract.Opt[Money] // expected value: value times the share won of its channel
	First, Last       Day
	LastContact       Day
	Waiting           int64 // days since the first one
	Unanswered        int64 // of its enquiries
	ReplyHours        extract.Opt[extract.Decimal]
	Enquiries         int64
	Buyer             bool // has ordered before
}
