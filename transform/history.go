package transform

import "clientele/extract"

// A History is everything known about one customer. The one with the empty
// customer id holds the documents of nobody we know.
type History struct {
	Customer   Customer
	Orders     []Order
	Invoices   []extract.Invoice
	Payments   []extract.Payment
	Shipments  []extract.Shipment
	Returns    []extract.Return
	Tickets    []extract.Ticket
	Enquiries  []extract.Enquiry
	Surveys    []extract.Survey
	Answers    []extract.Answer
	Contracts  []extract.Contract
	Activities []extract.Activity
	Contacts   []extract.Contact
}

// An Order is an order with the lines it owns.
type Order struct {
	extract.Order
	Lines []extract.Line
}

// Unassigned reports whether the history is of nobody we know.
func (h *History) Unassigned() bool { return h.Customer.ID == "" }

// A Ledger holds the records that belong to the company rather than to one
// customer, each list in order of source and id.
type Ledger struct {
	Products  []extract.Product
	Campaigns []extract.Campaign
	Costs     []extract.CostPool
	Rates     []extract.Rate
	Reps      []extract.Rep
	Targets   []extract.Target
}
