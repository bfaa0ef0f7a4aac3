package warehouse

import (
	"clientele/extract"
	"clientele/transform"
)

// dated returns the moment, or for a contract the day, that decides whether a
// document is of the past. The other is none.
func dated(rec extract.Record) (extract.Instant, transform.Day) {
	switch r := rec.(type) {
	case *extract.Order:
		return r.At, 0
	case *extract.Invoice:
		return r.At, 0
	case *extract.Payment:
		return r.At, 0
	case *extract.Shipment:
		return r.At, 0
	case *extract.Return:
		return r.At, 0
	case *extract.Ticket:
		return r.Opened, 0
	case *extract.Enquiry:
		return r.At, 0
	case *extract.Survey:
		if r.Answered != 0 {
			return r.Answered, 0
		}
		return r.Invited, 0
	case *extract.Answer:
		return r.At, 0
	case *extract.Contract:
		return 0, r.Starts
	case *extract.Activity:
		return r.At, 0
	case *extract.Contact:
		return r.At, 0
	}
	return 0, 0
}

// attach appends a record to its list of the history.
func attach(h *transform.History, rec extract.Record) {
	switch r := rec.(type) {
	case *customerRow:
		h.Customer = r.Customer
	case *extract.Invoice:
		h.Invoices = append(h.Invoices, *r)
	case *extract.Payment:
		h.Payments = append(h.Payments, *r)
	case *extract.Shipment:
		h.Shipments = append(h.Shipments, *r)
	case *extract.Return:
		h.Returns = append(h.Returns, *r)
	case *extract.Ticket:
		h.Tickets = append(h.Tickets, *r)
	case *extract.Enquiry:
		h.Enquiries = append(h.Enquiries, *r)
	case *extract.Survey:
		h.Surveys = append(h.Surveys, *r)
	case *extract.Answer:
		h.Answers = append(h.Answers, *r)
	case *extract.Contract:
		h.Contracts = append(h.Contracts, *r)
	case *extract.Activity:
		h.Activities = append(h.Activities, *r)
	case *extract.Contact:
		h.Contacts = append(h.Contacts, *r)
	}
}

// attachOrder appends an order without lines, reusing the room of a former one.
func attachOrder(h *transform.History, o *extract.Order) *transform.Order {
	n := len(h.Orders)
	if n < cap(h.Orders) {
		h.Orders = h.Orders[:n+1]
	} else {
		h.Orders = append(h.Orders, transform.Order{})
	}
	last := &h.Orders[n]
	last.Order, last.Lines = *o, last.Lines[:0]
	return last
}

// reset empties a history but keeps its room.
func reset(h *transform.History) {
	*h = transform.History{
		Orders: h.Orders[:0], Invoices: h.Invoices[:0], Payments: h.Payments[:0], Shipments: h.Shipments[:0],
		Returns: h.Returns[:0], Tickets: h.Tickets[:0], Enquiries: h.Enquiries[:0], Surveys: h.Surveys[:0],
		Answers: h.Answers[:0], Contracts: h.Contracts[:0], Activities: h.Activities[:0], Contacts: h.Contacts[:0],
	}
}
