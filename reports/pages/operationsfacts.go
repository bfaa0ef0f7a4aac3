package pages

import (
	"clientele/extract"
	"clientele/transform"
)

// Operations is what the report of operations says beside figures: the account of the
// one refresh it is about, and what happened to customers' ids since the refresh that the
// last accepted report was about.
type Operations struct {
	Run     transform.Run      // the refresh; no sheet shows it, the next report goes on from it
	Read    extract.Instant    // when it began to read
	Took    extract.Opt[int64] // microseconds from its beginning to its end; unknown where it was cut off
	Still   bool               // it was done by a clock that stands still, as the demo's does
	Sources []SourceState
	Since   transform.Run   // the refresh of the last accepted report; zero where there is none
	From    extract.Instant // when that began to read
	Changes IDChanges
	Doubts  []DoubtfulPair // those that wait for an answer, most at stake first
	Untold  bool           // which pairs were in doubt was not kept
	Rejects []RejectedRow  // the heaviest first: as many as the workbook shows or, where full lists go with it, as those hold
	Aside   int64          // rows kept aside, also those that Rejects has no room for
	Remarks []string       // what a reader must know about the refresh itself
}

// A SourceState says how far the records of one source reach.
type SourceState struct {
	Name   string
	Owner  string // who can correct its records; empty where nobody says
	Kinds  int    // of records
	Read   int64
	Aside  int64
	Newest extract.Instant // zero where no record has a moment
	Limits []FreshLimit
}

// A FreshLimit is how many days before the end of the period the newest record of a
// source, or of one kind of its records, may be.
type FreshLimit struct {
	Kind   extract.Kind // empty: of any kind
	Days   int
	Newest extract.Instant
}

// IDChanges is what happened to customers' ids. Counts are of everything that happened,
// the list has those that matter most.
type IDChanges struct {
	Merged, Split, Retired, Revived, Survived, Minted int64

	Listable int64      // those a list is about: a first report need not name who came alone
	List     []IDChange // the gravest of them first, as many as Operations.Rejects says
}

// All is the number of changes.
func (c IDChanges) All() int64 {
	return c.Merged + c.Split + c.Retired + c.Revived + c.Survived + c.Minted
}

// An IDChange is one change in the life of a customer's id.
type IDChange struct {
	Kind    string // transform.IDMerged and its like
	ID      transform.CustomerID
	Name    string
	Into    transform.CustomerID // of a merge and a split: where the records went
	IntoIs  string               // the name of that customer
	Reason  string
	Records int64
	Which   string // the first few of the records
	Day     transform.Day
	Revenue extract.Opt[Money] // of 12 months, of whom the records belong to now
}

// A RejectedRow is a row that broke its contract and was kept aside.
type RejectedRow struct {
	extract.Reject
	Place string // where in a file it stands: "line 17 of orders.csv"; empty of a database
	Owner string
	First transform.Day // of the first of the refreshes in a row that rejected it; zero where that is not known
	Times int64         // how many refreshes those are, this one counted; zero where that is not known
}
