package pages

import (
	"clientele/extract"
	"clientele/transform"
)

// Changes is what a correction is compared with: an edition that was accepted before,
// and everything that went into it and is another today.
type Changes struct {
	Before   map[string]string // KeyFigures of that edition
	Sources  []SourceChange
	Moved    int64 // records that belong to another customer than then
	Settings []SettingChange
	Words    []string  // decisions of people that were given or withdrawn since, in words
	Program  [2]string // its version then and now, where it is another
	Matching [2]string // the same of the matching rules
	Compared bool      // the preceding period it is compared with was corrected since
	Was      []row     // customers by the rows of then and the rules of now, cut to the scope
	Became   map[transform.CustomerID]transform.CustomerID
	Unknown  []string // what cannot be told any more, and why
}

// A SourceChange is what became of the rows of one kind of one source since, as far
// as they bear on the period.
type SourceChange struct {
	Source               string
	Kind                 extract.Kind
	Added, Changed, Gone int64
	Amount               Money // what all of that adds to their worth, as mapped
	Aside, AsideBefore   int64 // rows kept aside, now and then
}

// rows counts the rows that are not as they were.
func (c SourceChange) rows() int64 { return c.Added + c.Changed + c.Gone }

// A SettingChange is one entry of the settings as it was and is; empty where there
// is none.
type SettingChange struct{ Key, Before, Now string }
