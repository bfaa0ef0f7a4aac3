package metrics

import (
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// A Flow is a field whose absence leaves a question without an answer: how many
// records could hold it and how many do. Kinds with no record at all have flows of
// zero.
type Flow struct {
	Kind   extract.Kind
	Field  string
	Of     int64
	Filled int64
}

// Flow returns the count of one field.
func (d *Data) Flow(kind extract.Kind, field string) Flow {
	for _, f := range d.Flows {
		if f.Kind == kind && f.Field == field {
			return f
		}
	}
	return Flow{Kind: kind, Field: field}
}

// held counts the records of a list that hold something.
func held[T any](kind extract.Kind, field string, list []T, has func(*T) bool) Flow {
	f := Flow{Kind: kind, Field: field, Of: int64(len(list))}
	for i := range list {
		f.Filled += one(has(&list[i]))
	}
	return f
}

// flows counts the fields of a history's documents.
func (t *tally) flows(h *transform.History) {
	t.scratch = partyFlows(t.scratch[:0], &h.Customer, h.Unassigned())
	t.scratch = saleFlows(t.scratch, h)
	t.scratch = serviceFlows(t.scratch, h)
	t.scratch = askedFlows(t.scratch, h)
	t.addFlows(t.scratch)
}

// addFlows adds counts up; every history has the same fields in the same order.
func (t *tally) addFlows(list []Flow) {
	if len(t.Flows) == 0 {
		t.Flows = slices.Clone(list)
		return
	}
	for i := range list {
		t.Flows[i].Of += list[i].Of
		t.Flows[i].Filled += list[i].Filled
	}
}

// partyFlows counts fields of the golden record.
func partyFlows(to []Flow, c *transform.Customer, nobody bool) []Flow {
	list := []transform.Customer{*c}
	if nobody {
		list = nil
	}
	of := func(field string, has func(*transform.Customer) bool) Flow {
		return held(extract.Parties, field, list, has)
	}
	return append(to,
		of("segment", func(c *transform.Customer) bool { return c.Segment != "" }),
		of("territory", func(c *transform.Customer) bool { return c.Territory != "" }),
		of("rep", func(c *transform.Customer) bool { return c.Rep != "" }),
		of("acquired_through", func(c *transform.Customer) bool { return c.AcquiredThrough != "" }),
		of("acquisition_cost", func(c *transform.Customer) bool { return c.AcquisitionCost.Known }),
		of("exit_reason", func(c *transform.Customer) bool { return c.ExitReason != "" }),
		of("competitor", func(c *transform.Customer) bool { return c.Competitor != "" }),
	)
}

func saleFlows(to []Flow, h *transform.History) []Flow {
	order := func(field string, has func(*transform.Order) bool) Flow {
		return held(extract.Orders, field, h.Orders, has)
	}
	line := func(field string, has func(*extract.Line) bool) Flow {
		f := Flow{Kind: extract.Lines, Field: field}
		for i := range h.Orders {
			of := held(extract.Lines, field, h.Orders[i].Lines, has)
			f.Of, f.Filled = f.Of+of.Of, f.Filled+of.Filled
		}
		return f
	}
	return append(to,
		line("product", func(l *extract.Line) bool { return l.Product != "" }),
		order("ship_country", func(o *transform.Order) bool { return o.ShipCountry != "" }),
		order("discount", func(o *transform.Order) bool { return o.Discount.Known }),
		order("campaign", func(o *transform.Order) bool { return o.Campaign != "" }),
		held(extract.Shipments, "promised", h.Shipments, func(s *extract.Shipment) bool { return s.Promised != 0 && s.Delivered != 0 }),
		held(extract.Returns, "reason", h.Returns, func(r *extract.Return) bool { return r.Reason != extract.ReturnOther && r.Reason != "" }),
		held(extract.Invoices, "due", h.Invoices, func(i *extract.Invoice) bool { return i.Due != 0 }),
		held(extract.Contracts, "agreed", h.Contracts, func(c *extract.Contract) bool { return c.Agreed.Known && c.Ends != 0 }),
		held(extract.Contracts, "discount", h.Contracts, func(c *extract.Contract) bool { return c.Discount.Known }),
		held(extract.Contracts, "pay_days", h.Contracts, func(c *extract.Contract) bool { return c.PayDays.Known }),
		held(extract.Contacts, "control", h.Contacts, func(c *extract.Contact) bool { return c.Control }),
	)
}

func serviceFlows(to []Flow, h *transform.History) []Flow {
	ticket := func(field string, has func(*extract.Ticket) bool) Flow {
		return held(extract.Tickets, field, h.Tickets, has)
	}
	return append(to,
		ticket("topic", func(t *extract.Ticket) bool { return t.Topic != extract.TopicOther && t.Topic != "" }),
		ticket("direction", func(t *extract.Ticket) bool { return t.Direction == extract.Internal }),
		ticket("order", func(t *extract.Ticket) bool { return t.Order != "" }),
		ticket("answered", func(t *extract.Ticket) bool { return t.Answered != 0 }),
		ticket("closed", func(t *extract.Ticket) bool { return t.Closed != 0 }),
		ticket("promised", func(t *extract.Ticket) bool { return t.Promised != 0 }),
		ticket("minutes", func(t *extract.Ticket) bool { return t.Minutes.Known }),
		ticket("reopened", func(t *extract.Ticket) bool { return t.Reopened > 0 }),
		ticket("upheld", func(t *extract.Ticket) bool { return t.Upheld == "yes" || t.Upheld == "no" }),
		ticket("agent", func(t *extract.Ticket) bool { return t.Agent != "" }),
		held(extract.Activities, "type", h.Activities, func(a *extract.Activity) bool { return a.Type == extract.ActivityCall }),
		held(extract.Activities, "enquiry", h.Activities, func(a *extract.Activity) bool { return a.Enquiry != "" }),
	)
}

func askedFlows(to []Flow, h *transform.History) []Flow {
	enquiry := func(field string, has func(*extract.Enquiry) bool) Flow {
		return held(extract.Enquiries, field, h.Enquiries, has)
	}
	return append(to,
		enquiry("answered", func(e *extract.Enquiry) bool { return e.Answered != 0 }),
		enquiry("value", func(e *extract.Enquiry) bool { return e.Value.Known }),
		enquiry("interest", func(e *extract.Enquiry) bool { return e.Interest != "" || e.Product != "" }),
		enquiry("stage", func(e *extract.Enquiry) bool { return !isOpen(e) }),
		held(extract.Surveys, "invited", h.Surveys, func(s *extract.Survey) bool { return s.Invited != 0 }),
		held(extract.Surveys, "answered", h.Surveys, func(s *extract.Survey) bool { return s.Answered != 0 }),
		held(extract.Surveys, "type", h.Surveys, func(s *extract.Survey) bool { return s.Type == extract.NPS }),
		held(extract.Answers, "importance", h.Answers, func(a *extract.Answer) bool { return a.Importance.Known }),
		held(extract.Answers, "wave", h.Answers, func(a *extract.Answer) bool { return a.Wave != "" }),
	)
}

// ledgerFlows counts fields of what belongs to the company.
func (b *base) ledgerFlows() []Flow {
	l := b.ledger
	return []Flow{
		held(extract.Products, "category", l.Products, func(p *extract.Product) bool { return p.Category != "" }),
		held(extract.Products, "cost", l.Products, func(p *extract.Product) bool { return p.Cost.Known }),
		held(extract.Costs, "amount", l.Costs, func(c *extract.CostPool) bool { return c.Amount != 0 }),
		held(extract.Costs, "minutes", l.Costs, func(c *extract.CostPool) bool { return c.Minutes.Known }),
		held(extract.Targets, "amount", l.Targets, func(t *extract.Target) bool { return t.Amount != 0 }),
		held(extract.Campaigns, "cost", l.Campaigns, func(c *extract.Campaign) bool { return c.Cost.Known }),
		held(extract.Rates, "rate", l.Rates, func(r *extract.Rate) bool { return r.Rate != 0 }),
		held(extract.Reps, "territory", l.Reps, func(r *extract.Rep) bool { return r.Territory != "" }),
	}
}
