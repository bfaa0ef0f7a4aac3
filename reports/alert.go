package reports

import "time"

// Alert is the mail that tells ops what did not go as it should. It carries no
// workbook and no figures.
type Alert struct {
	From, ReplyTo Address
	To            Address
	MessageID     string // without angle brackets
	Date          time.Time
	Language      string // BCP 47 tag

	Subject string
	Lead    string // one sentence above the items
	Items   []AlertItem
	Foot    []string // what holds for all of it, a line each
}

// AlertItem is one thing that happened.
type AlertItem struct {
	Title  string      // in a line: what, of which job and period
	Facts  []AlertFact // since when, who got nothing, what is done about it
	Do     []string    // what a person must do
	Urgent bool        // it still is so
}

// AlertFact is a word and what it says.
type AlertFact struct{ Name, Value string }
