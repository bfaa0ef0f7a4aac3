package jobs

import (
	"clientele/jobs/gates"
	"clientele/transform"
)

// Published is the account of one report.
type Published struct {
	Report   string
	Period   transform.Period
	Edition  string // of the first scope, eight characters
	Headline string // its finding
	Figures  []string
	Outcomes []Outcome
	Files    []string
	Checks   int      // how many had to tie
	Failed   []string // which of them did not
	Drawn    []Drawn
	Changed  []Changed       // from what somebody has, where a person's word is waited for
	Verdicts []gates.Verdict // what was looked at before anything was sent
	Resumed  []string        // what an earlier run had finished already, and which
	Run      transform.Run   `json:"-"`

	down error // why letters cannot be handed over at all; who comes later need not try
}

// Drawn is one workbook of a run.
type Drawn struct {
	transform.Scope
	Edition  string
	Corrects string // the accepted edition it says the difference to
	File     string
	SHA256   string
	Size     int64
	Full     string `json:",omitempty"` // the file of all rows of the lists it cuts
	Sent     bool   // it is for recipients; otherwise it was only drawn
}

// Changed is the difference between what somebody has and what the report says now.
type Changed struct {
	transform.Scope
	Since string   // the accepted edition
	Lines []string // the largest differences, and why
	File  string   // of the workbook that says all of them, not sent
}

// An Outcome says who got what, or why not.
type Outcome struct {
	Recipient string
	Did       Did
	Why       string
	Path      string // where the letter lies or what the carrier answered, when sent
}
