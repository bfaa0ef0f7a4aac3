package home

import (
	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// Options are what households and accounts follow from besides the records.
type Options struct {
	match.Options                                               // where numbers are from
	Before        map[transform.CustomerID]transform.CustomerID // the household each customer was of before, by its present id; those who were alone may be missing
}

// A Report counts what was drawn.
type Report struct {
	Households   int        // of two customers and more
	Members      int        // customers in them
	Ignored      []TooLarge // households of the sources' own that are too large to be one
	Subsidiaries int        // companies whose parent was found
	Sisters      int        // companies whose first sister was found
}

// Draw writes into each customer the household and the account it belongs to, the
// role in each, and why. Who is alone is a household of their own; companies and
// erased people always are.
//
// Customers stand in the order of the result's clusters, and come with the account
// their source says.
func Draw(parties []extract.Party, res match.Result, customers []transform.Customer, opts Options) Report {
	p := gather(parties, res, customers, opts.Options)
	keys, ignored := p.declared()
	b := p.bind(keys, p.bonds(append(p.meetings(), p.kin(res.Kin)...)))
	report := Report{Ignored: ignored}
	for c := range customers {
		customers[c].Household, customers[c].HouseholdRole, customers[c].HouseholdWhy = customers[c].ID, "", ""
	}
	side(len(b.members), func() func(int) { // each household by itself
		return func(root int) {
			if in := b.members[root]; len(in) > 0 {
				b.describe(in, eldest(customers, in, opts.Before))
			}
		}
	})
	for _, in := range b.members {
		report.Households += min(len(in), 1)
		report.Members += len(in)
	}
	report.Subsidiaries, report.Sisters = accounts(p, opts.Options)
	return report
}
