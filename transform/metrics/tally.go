package metrics

import (
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// tally counts documents while histories are folded, independently of the figures
// it later checks.
type tally struct {
	Data
	sold    Counts // purchases counted
	staged  Counts // valid orders before the as-of day that a rate converts, counted apart from the figures
	revenue Money  // of every sale, excluded customers too
	scratch []Flow
}

// aside counts a document that no rate converts.
func (t *tally) aside(currency string, amount Money) {
	t.addAside(Aside{Currency: currency, Count: 1, Amount: amount})
}

func (t *tally) addAside(a Aside) {
	i, found := slices.BinarySearchFunc(t.Unconvertible, a.Currency, func(x Aside, c string) int { return strings.Compare(x.Currency, c) })
	if !found {
		t.Unconvertible = slices.Insert(t.Unconvertible, i, Aside{Currency: a.Currency})
	}
	t.Unconvertible[i].Count += a.Count
	t.Unconvertible[i].Amount += a.Amount
}

// merge adds another tally.
func (t *tally) merge(o *tally) {
	for _, a := range o.Unconvertible {
		t.addAside(a)
	}
	for _, p := range []struct{ to, from *Aside }{
		{&t.Disagreeing, &o.Disagreeing}, {&t.Deposits, &o.Deposits}, {&t.Abandoned, &o.Abandoned}, {&t.Future, &o.Future},
	} {
		p.to.Count += p.from.Count
		p.to.Amount += p.from.Amount
	}
	t.Odd.merge(&o.Odd)
	t.Customers += o.Customers
	t.Excluded += o.Excluded
	t.NoValue += o.NoValue
	t.NotSales += o.NotSales
	t.Newest = max(t.Newest, o.Newest)
	t.sold.add(o.sold)
	t.staged.add(o.staged)
	t.revenue += o.revenue
	t.addFlows(o.Flows)
	if len(t.Kinds) == 0 {
		t.Kinds = slices.Clone(o.Kinds)
		return
	}
	for i := range o.Kinds {
		t.Kinds[i].Count.add(o.Kinds[i].Count)
	}
}

func (c *Counts) add(o Counts) {
	c.Customers += o.Customers
	c.Unassigned += o.Unassigned
	c.Excluded += o.Excluded
}

// of returns the place in a count where a history belongs.
func (c *Counts) of(h *transform.History) *int64 {
	switch {
	case h.Unassigned():
		return &c.Unassigned
	case h.Customer.Excluded():
		return &c.Excluded
	}
	return &c.Customers
}

// kinds counts the documents of a history.
func (t *tally) kinds(h *transform.History) {
	list := []struct {
		kind extract.Kind
		n    int
	}{
		{extract.Orders, len(h.Orders)},
		{extract.Invoices, len(h.Invoices)},
		{extract.Payments, len(h.Payments)},
		{extract.Shipments, len(h.Shipments)},
		{extract.Returns, len(h.Returns)},
		{extract.Tickets, len(h.Tickets)},
		{extract.Enquiries, len(h.Enquiries)},
		{extract.Surveys, len(h.Surveys)},
		{extract.Answers, len(h.Answers)},
		{extract.Contracts, len(h.Contracts)},
		{extract.Activities, len(h.Activities)},
		{extract.Contacts, len(h.Contacts)},
	}
	if len(t.Kinds) == 0 {
		t.Kinds = make([]KindCount, len(list))
	}
	for i, l := range list {
		t.Kinds[i].Kind = l.kind
		*t.Kinds[i].Count.of(h) += int64(l.n)
	}
}

// has reports whether any document of a kind was seen.
func (t *tally) has(k extract.Kind) bool {
	for _, c := range t.Kinds {
		if c.Kind == k {
			return c.Count.All() > 0
		}
	}
	return false
}
