package demo

import (
	"errors"
	"iter"

	"clientele/extract"
)

// Parties streams every party of the company with its truth, as the configuration
// reads them from the three databases, but without databases. It gives what tells
// who somebody is and nothing else: no territory, rep or cost, and no moments. A
// party holds until the next one is asked for.
func (c *Company) Parties() iter.Seq2[*extract.Party, Identity] {
	return func(yield func(*extract.Party, Identity) bool) {
		p := newPartySink(c.truth, yield)
		t := &teller{c: c, o: c.opts, cal: c.calendar, out: p, d: newDice(0, 0), e: newDice(0, 0)}
		t.masters()
		for k := range c.guests {
			if t.err == nil {
				t.err = p.give(c.guests[k].party())
			}
		}
	}
}

// errEnough ends the telling early.
var errEnough = errors.New("no more parties are wanted")

// A partySink turns the rows about parties into parties, as the mappings of
// clientele.yaml do.
type partySink struct {
	truth    map[extract.Ref]Identity
	accounts map[string]*extract.Party // firms of the shop, for their contacts
	orgs     map[string]string         // names, by the helpdesk's id
	columns  map[*table]map[string]int
	yield    func(*extract.Party, Identity) bool
}

func newPartySink(truth []Identity, yield func(*extract.Party, Identity) bool) *partySink {
	p := &partySink{
		truth: make(map[extract.Ref]Identity, len(truth)), accounts: map[string]*extract.Party{}, orgs: map[string]string{},
		columns: map[*table]map[string]int{}, yield: yield,
	}
	for _, t := range truth {
		p.truth[t.Ref] = t
	}
	for _, t := range []*table{shopCustomers, shopContacts, billDebtors, deskOrgs, deskUsers} {
		p.columns[t] = t.places()
	}
	return p
}

// put implements sink.
func (p *partySink) put(t *table, row []any) error {
	at, ours := p.columns[t]
	if !ours {
		return nil
	}
	r := cells{at, row}
	switch t {
	case shopCustomers:
		party := accountParty(r)
		if party.Type == extract.Company {
			p.accounts[party.ID] = party
		}
		return p.give(party)
	case shopContacts:
		return p.give(contactParty(r, p.accounts[r.text("customer_id")]))
	case billDebtors:
		return p.give(debtorParty(r))
	case deskOrgs:
		p.orgs[r.text("org_id")] = r.text("name")
		return p.give(orgParty(r))
	}
	return p.give(userParty(r, p.orgs[r.text("org_id")]))
}

func (p *partySink) give(party *extract.Party) error {
	if !p.yield(party, p.truth[party.Ref]) {
		return errEnough
	}
	return nil
}
