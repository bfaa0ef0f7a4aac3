package metrics

import "clientele/extract"

// Needs is what customers say they need and prefer, and what they ask for. Answers
// are of each customer's last round of a question, no older than 24 months.
type Needs struct {
	Asked     int64 // customers with an answer of any age
	Fresh     int64 // of them, with one no older than 24 months
	Questions []Question
	Demand    []Demand
	Traced    bool // what counts as revenue names products, so that buying what was asked for can be told
}

// A Question is one question of a questionnaire; several answers may be ticked, so
// shares are of those who answered it and add up to more than 1.
type Question struct {
	Text        string
	Respondents int64
	Stale       int64   // customers whose last answer to it is older than 24 months
	Weighed     bool    // importance was asked: a question about needs
	Round, Was  string  // the last two rounds
	Types       []Tally // respondents by business type, most first
	Answers     []NeedShare
}

// A NeedShare is one answer and who gave it.
type NeedShare struct {
	Name        string
	Said        Rate  // of the respondents
	Contactable int64 // of those who said so, customers who allow contact
	Importance  Mean
	Rating      Mean // how well we do it
	Gap         Mean // rating less importance, of who gave both
	Now, Before Rate // of the respondents of the last two rounds
	Change      Change
	Revenue     Money       // of twelve months, of those who said so
	Types       []TypeShare // in the order of Question.Types
}

// A TypeShare is one answer within one business type. Index is 100 times the share
// over the share of all respondents.
type TypeShare struct {
	Said  Rate
	Index extract.Opt[extract.Decimal]
	Apart Change // from the other types' respondents
}

// Askers counts the people who asked for it: customers, prospects, and each enquiry
// of nobody we know.
func (d *Demand) Askers() int64 { return d.Customers + d.Prospects + d.Unknown }

// A Demand is something asked for within 24 months.
type Demand struct {
	Name        string
	InRange     bool // names a product, category or line on offer
	Enquiries   int64
	Customers   int64 // who enquired or stated it and ever ordered
	Prospects   int64 // who did and never ordered
	Unknown     int64 // enquiries of nobody we know
	Stated      int64 // customers who named it in a questionnaire
	Open        int64
	Value       Money                        // of the open enquiries, as recorded
	NotBought   int64                        // customers and prospects who have not bought it since
	Contactable int64                        // of them, who allow contact
	Within30    extract.Opt[extract.Decimal] // share of enquiries followed by buying it within 30 days (Kaplan-Meier); unknown where not Traced
	Within90    extract.Opt[extract.Decimal]
}
