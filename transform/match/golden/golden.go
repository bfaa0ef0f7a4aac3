package golden

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// golden merges one cluster.
func (w *work) golden(c *transform.Customer, id transform.CustomerID, cluster []int32) {
	w.enter(c, cluster)
	c.ID, c.Household, c.Records = id, id, int64(len(cluster))
	w.since()
	if first := w.members[0].party; first.Status == extract.PartyErased {
		c.Type, c.Status, c.Consent = first.Type, extract.PartyErased, extract.ConsentRefused
		return
	}
	c.Type = kind(w.members)
	w.status()
	w.consent()
	w.fields()
	if w.trace {
		c.Lineage = w.pack()
	}
}

// enter makes ready for the next customer.
func (w *work) enter(c *transform.Customer, cluster []int32) {
	w.customer, w.trace = c, len(cluster) > 1
	w.members, w.decided, w.chosen, w.passed = w.members[:0], nil, w.chosen[:0], w.passed[:0]
	w.records = w.m.inOrder(w.records[:0], cluster)
	kept := w.anyKept(cluster)
	for _, i := range w.records {
		p := &w.m.parties[i]
		if kept && p.Status == extract.PartyErased {
			continue // nothing of an erased record may come back through another
		}
		w.members = append(w.members, offer{party: p, source: w.m.source[i], seen: seenAt(p), born: cmp.Or(p.Created, p.Changed)})
		if len(w.m.orders) > 0 {
			w.decided = append(w.decided, w.m.orders[p.Ref]...)
		}
	}
	for n := range w.members {
		w.members[n].place = int32(2 * n) // a record may offer two numbers
	}
	w.trace = w.trace || w.always || len(w.decided) > 0
}

func (w *work) anyKept(cluster []int32) bool {
	return slices.ContainsFunc(cluster, func(i int32) bool { return w.m.parties[i].Status != extract.PartyErased })
}

// fields chooses every field and group.
func (w *work) fields() {
	units := w.m.persons
	if w.customer.Type == extract.Company {
		units = w.m.firms
	}
	for n := range units {
		switch list := w.choose(&units[n]); units[n].name {
		case Email:
			w.customer.Emails = lines(list)
		case Phone:
			w.customer.Phones = lines(list)
		}
	}
	w.acquired()
	w.exit()
}

// kind is company for a company, contact where any record belongs to an account.
func kind(members []offer) string {
	is := extract.Person
	for n := range members {
		switch p := members[n].party; {
		case match.IsFirm(p):
			return extract.Company
		case p.Type == extract.OfFirm:
			is = extract.OfFirm
		}
	}
	return is
}

func (w *work) since() {
	var first *offer
	for n := range w.members {
		if m := &w.members[n]; m.party.Created != 0 && (first == nil || m.party.Created < first.party.Created) {
			first = m
		}
	}
	if first != nil {
		w.customer.Since = first.party.Created
		if w.trace {
			w.note(Since, Earliest, w.said(first, first.party.Created.String()), nil)
		}
	}
}

// said is what a record says, as lineage keeps it.
func (w *work) said(m *offer, text string) *offer {
	o := *m
	o.text = text
	return &o
}
