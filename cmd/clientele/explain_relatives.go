package main

import (
	"cmp"
	"fmt"

	"clientele/jobs"
)

// showRelatives says who lives or works with the customer.
func (p *program) showRelatives(e jobs.Explained) {
	if len(e.Household) > 0 {
		fmt.Fprintf(p.stdout, "\nHousehold (named after %s)\n", cmp.Or(e.Customer.Household, e.Customer.ID))
		p.showRelated([]jobs.Relative{{ID: e.Customer.ID, Name: e.Customer.Name, Role: e.Customer.HouseholdRole, Why: e.Customer.HouseholdWhy}})
		p.showRelated(e.Household)
	}
	if e.Account != nil {
		fmt.Fprintln(p.stdout, "\nBelongs to the account")
		p.showRelated([]jobs.Relative{*e.Account})
	}
	if len(e.Contacts) > 0 {
		fmt.Fprintln(p.stdout, "\nIs the account of")
		p.showRelated(e.Contacts)
	}
}

// mostRelated is how many members of a household or account are listed.
const mostRelated = 20

func (p *program) showRelated(list []jobs.Relative) {
	for _, r := range list[:min(len(list), mostRelated)] {
		text := r.Name
		if r.Role != "" {
			text += ", " + r.Role
		}
		if r.Why != "" {
			text += ": " + oneLine(r.Why)
		}
		p.wrapped("  "+string(r.ID)+"  ", text)
	}
	if n := len(list) - mostRelated; n > 0 {
		fmt.Fprintf(p.stdout, "  and %d more\n", n)
	}
}
