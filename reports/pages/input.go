package pages

import (
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
)

// Money is an amount in 1/10,000 of the company's currency.
type Money = transform.Money

// Input is everything a workbook is made of. Period and scope are those of Results.
type Input struct {
	Company   string
	Currency  string           // ISO 4217 code
	Language  string           // BCP 47 tag, for the file's properties
	Zone      *time.Location   // the company's; nil is UTC
	Contact   string           // whom to ask: an address or a name, may be empty
	Results   *metrics.Results // cut to the scope the workbook is for: pages show no other customers
	Coverage  []transform.Coverage
	Asides    []Aside
	Checks    []transform.Check // control totals beside Results.Checks
	Gates     []Gate            // what else was looked at before it is sent
	Edition   string            // any length, eight digits are shown
	Newest    extract.Instant   // newest record of the sources; Results.Data.Newest when 0
	Restated  bool              // what is known now about a period reported before
	Match     Match
	FullLists bool              // a workbook of the full lists comes with one that cuts a list
	Excluded  string            // what tells apart who is left out of all figures; empty: nobody says
	Changes   *Changes          // of a correction: what it is compared with
	Previous  map[string]string // KeyFigures of the preceding period's accepted edition; empty: first report

	Operations *Operations // of the report of operations alone
}

// An Aside counts rows kept aside for one reason.
type Aside struct {
	Source string
	Kind   extract.Kind
	Reason string
	Count  int64
	Sample string // one of them: its id and value
	Rest   bool   // several reasons that are too rare for a line of their own
}

// Initiative is one entry of the company's register of initiatives.
type Initiative = metrics.Initiative

// The names of the workbooks.
const (
	SalesName      = "sales"
	MarketingName  = "marketing"
	OperationsName = "operations"
)
