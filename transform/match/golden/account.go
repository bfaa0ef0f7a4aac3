package golden

import (
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// accountUnit takes the customer that a record's account became. An account that is
// not among the records, or is the customer itself, is none.
func accountUnit() unit {
	return unit{
		name: Account,
		offer: func(w *work, o *offer) {
			if id := w.m.accountOf(o.party); id != "" && id != w.customer.ID {
				its := *o
				its.account = id
				w.say(&its, o.party.Source+"/"+o.party.Account)
			}
		},
		grade: func(_ *work, o *offer) { o.key, o.grade = string(o.account), 1 },
		take:  func(c *transform.Customer, o *offer) { c.Account = o.account },
	}
}

// accountOf returns the customer that a record's account became, or nobody.
func (m *merging) accountOf(p *extract.Party) transform.CustomerID {
	if p.Account == "" {
		return ""
	}
	at, known := slices.BinarySearchFunc(m.order, extract.Ref{Source: p.Source, ID: p.Account}, func(i int32, r extract.Ref) int {
		return m.parties[i].Ref.Compare(r)
	})
	if !known {
		return ""
	}
	return m.ids[m.order[at]]
}
