package main

import (
	"fmt"

	"clientele/jobs"
	"clientele/reports"
	"clientele/transform"
)

// showInputs says what a refresh read of each source and kind, what it kept aside and
// why, and what became of the customers.
func (p *program) showInputs(a jobs.Refreshed) {
	if len(a.Coverage) > 0 {
		fmt.Fprintln(p.stdout, "Rows read")
		fmt.Fprintf(p.stdout, "  %-16s %-11s %11s %11s %9s %7s %9s %17s\n", "SOURCE", "KIND", "READ", "NEW", "CHANGED", "ASIDE", "GONE", "AMOUNT")
		for _, c := range a.Coverage {
			fmt.Fprintf(p.stdout, "  %-16s %-11s %11d %11d %9d %7d %9d %17s\n", cut(c.Source, 16), c.Kind, c.Read, c.Added, c.Changed, c.Aside, c.Vanished, worth(c))
		}
	}
	if len(a.Aside) > 0 {
		fmt.Fprintln(p.stdout, "Kept aside")
		for _, x := range a.Aside {
			p.wrapped("  ", fmt.Sprintf("%d of %s of %s: %s (for instance %s)", x.Count, x.Kind, x.Source, x.Reason, cut(oneLine(x.Sample), 40)))
		}
	}
	if a.Digest == "" {
		fmt.Fprintln(p.stdout, "Nothing was changed.")
		return
	}
	m := a.Matched
	p.wrapped("Customers  ", fmt.Sprintf("%s from %s, %s joined another one's, %s to look at; %s of ids", reports.Plural(m.Customers, "customer", "customers"), reports.Plural(m.Records, "record", "records"),
		reports.Thousands(m.Merged), reports.Plural(m.Review, "doubtful pair", "doubtful pairs"), reports.Plural(m.Events, "change", "changes")))
	p.wrapped("Model      ", capital(modelWords(m.Model))+because(m.Model.Why)+".")
	fmt.Fprintf(p.stdout, "Snapshot   rows %.16s, links %.16s\n", a.Digest, a.Links)
}

// worth is the money of the rows read; kinds without any show none.
func worth(c transform.Coverage) string {
	if c.Amount == 0 {
		return "-"
	}
	return c.Amount.String()
}
