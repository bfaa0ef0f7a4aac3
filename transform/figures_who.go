package transform

import "clientele/extract"

// FiguresWho is who the customer is, from the golden record.
type FiguresWho struct {
	ID                        CustomerID
	Name, Type, City, Country string
	Territory, Rep, Segment   string // Segment is the business type
	Household, Account        CustomerID
	Group                     string // name of the account or household it belongs to, empty when alone
	Records                   int64
	Status                    string
	Since                     extract.Instant
	Consent, AcquiredThrough  string
	AcquisitionCost           extract.Opt[Money]
	ExitReason, Competitor    string
	TopNeed                   string // most important stated need
	NeedSource                string // the source that holds the answer
	Wanted                    string // what they asked for or said they want last and have not bought since, within 24 months
	Asked                     string // what they last enquired about, within twelve months
	Flags                     string // words, blank-separated: new lost reactivated declining growing serial late_payer contact_refused loss, and the kinds of loss-making cross-buyers
	NeedOn, WantedOn          Day
	NeedUntil                 Day // first day the answer about their need is too old to rely on
}

func (f *FiguresWho) fields() []extract.Field {
	return []extract.Field{
		{Name: "id", Ptr: (*string)(&f.ID), Need: true, Help: "The customer's id."},
		{Name: "name", Ptr: &f.Name, Help: "Name."},
		{Name: "type", Ptr: &f.Type, Help: "person, company or contact."},
		{Name: "city", Ptr: &f.City, Help: "City."},
		{Name: "country", Ptr: &f.Country, Help: "Country."},
		{Name: "territory", Ptr: &f.Territory, Help: "Sales territory."},
		{Name: "rep", Ptr: &f.Rep, Help: "Who looks after them."},
		{Name: "segment", Ptr: &f.Segment, Help: "Business type."},
		{Name: "household", Ptr: (*string)(&f.Household), Help: "Id of the member the household is named after."},
		{Name: "account", Ptr: (*string)(&f.Account), Help: "Id of the company it belongs to."},
		{Name: "group_name", Ptr: &f.Group, Help: "Name of the account or household it belongs to, or is the head of."},
		{Name: "records", Ptr: &f.Records, Help: "How many records were merged."},
		{Name: "status", Ptr: &f.Status, Help: "State of the golden record."},
		{Name: "since", Ptr: &f.Since, Help: "When a source first knew them."},
		{Name: "consent", Ptr: &f.Consent, Help: "May we contact them for marketing: yes, no or unknown."},
		{Name: "acquired_through", Ptr: &f.AcquiredThrough, Help: "How they came to us."},
		{Name: "acquisition_cost", Ptr: &f.AcquisitionCost, Help: "What it cost to win them."},
		{Name: "exit_reason", Ptr: &f.ExitReason, Help: "Why they left."},
		{Name: "competitor", Ptr: &f.Competitor, Help: "Whom they left for."},
		{Name: "top_need", Ptr: &f.TopNeed, Help: "Their most important stated need."},
		{Name: "need_on", Ptr: &f.NeedOn, Help: "When they stated it."},
		{Name: "need_source", Ptr: &f.NeedSource, Help: "The source that holds that answer."},
		{Name: "need_until", Ptr: &f.NeedUntil, Help: "First day that answer is too old to rely on."},
		{Name: "wanted", Ptr: &f.Wanted, Help: "What they asked for or said they want last and have not bought since, within 24 months."},
		{Name: "wanted_on", Ptr: &f.WantedOn, Help: "When they asked or said so."},
		{Name: "asked", Ptr: &f.Asked, Help: "What they last asked for within twelve months."},
		{Name: "flags", Ptr: &f.Flags, Help: "What is special about them, in fixed words."},
	}
}
