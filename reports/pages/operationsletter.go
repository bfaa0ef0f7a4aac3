package pages

import (
	"fmt"

	"clientele/reports"
)

// operationsSubject says what waits for a person, and how much was read.
func (b *book) operationsSubject() []string {
	o := b.in.Operations
	parts := []string{reports.Thousands(o.Aside) + " rejected"}
	if !o.Untold {
		parts = append(parts, reports.Thousands(len(o.Doubts))+" to review")
	}
	return parts
}

// operationsSince says what happened to the customers' ids, with the largest of them.
func (b *book) operationsSince() []reports.LetterChange {
	o := b.in.Operations
	if len(b.in.Previous) == 0 {
		return []reports.LetterChange{{Title: "First report: there is none to compare with"}}
	}
	var list []reports.LetterChange
	for _, k := range idKinds() {
		if n := k.count(o.Changes); n > 0 {
			list = append(list, reports.LetterChange{Title: fmt.Sprintf("%s: %s", k.title, reports.Plural(n, "id", "ids")), Items: b.idNames(k.kind, n)})
		}
	}
	if len(list) == 0 {
		return []reports.LetterChange{{Title: "No customer's id changed since the last report"}}
	}
	return list
}

// idNames names the largest customers that something happened to.
func (b *book) idNames(kind string, all int64) []string {
	var out []string
	for _, c := range b.in.Operations.Changes.List {
		if c.Kind == kind && len(out) < mostNamed {
			out = append(out, idName(c))
		}
	}
	if more := all - int64(len(out)); more > 0 && len(out) > 0 {
		out = append(out, fmt.Sprintf("and %s more", reports.Thousands(more)))
	}
	return out
}

func idName(c IDChange) string {
	if c.IntoIs != "" && c.Into != c.ID {
		return c.Name + " → " + c.IntoIs
	}
	return c.Name
}

// actionWorth says what an action is worth, and what that is counted in.
func (b *book) actionWorth(m Money, atStake bool) string {
	if atStake || b.in.Operations != nil {
		return reports.MoneyWhole(b.in.Currency, m) + " at stake"
	}
	return reports.MoneyWhole(b.in.Currency, m) + " a year"
}
