package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
)

// leftWords says what became of those who left the list of customers at risk.
func leftWords(left []row, gone int) string {
	lost := 0
	for _, r := range left {
		if r.State == "lost" {
			lost++
		}
	}
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{len(left) - lost, "no longer at risk"}, {lost, "lost"}, {gone, "merged with others or in another scope"}} {
		if p.n > 0 {
			parts = append(parts, reports.Thousands(p.n)+" "+p.what)
		}
	}
	return "Left the at-risk list: " + reports.Plural(len(left)+gone, "customer", "customers") + " (" + strings.Join(parts, ", ") + ")"
}

// A share of a change is what one customer or type adds to it.
type changeShare struct {
	name   string
	change Money
}

// mostExplained is how many types and customers are named as what explains a change.
const mostExplained = 3

// whatMoved says which types of customers and which customers explain most of the change of the period's revenue.
func (b *book) whatMoved() (title string, items []string) {
	var total, before Money
	types := map[string]Money{}
	var each []changeShare
	for _, r := range b.rows {
		d := r.Period - r.PeriodBefore
		total, before = total+d, before+r.PeriodBefore
		types[r.Type] += d
		each = append(each, changeShare{r.Name, d})
	}
	if total == 0 || before <= 0 {
		return "", nil
	}
	word := "rose"
	if total < 0 {
		word = "fell"
	}
	title = fmt.Sprintf("Customers' revenue of %s %s by %s against %s", b.r.Period.Label(), word, b.money(max(total, -total)), yearAgo(b.r.Period))
	var kinds []changeShare
	for name, d := range types {
		if name != "" {
			kinds = append(kinds, changeShare{name, d})
		}
	}
	if len(kinds) > 1 {
		items = append(items, b.explained("most of it in", kinds, total)...)
	}
	items = append(items, b.explained("the largest accounts of it", each, total)...)
	return title, append(items, b.explained("against it", each, -total)...)
}

// explained names what went most in the direction of a change.
func (b *book) explained(lead string, list []changeShare, total Money) []string {
	way := Money(1)
	if total < 0 {
		way = -1
	}
	list = slices.DeleteFunc(slices.Clone(list), func(c changeShare) bool { return c.change*way <= 0 })
	slices.SortStableFunc(list, func(x, y changeShare) int {
		return cmp.Or(cmp.Compare(y.change*way, x.change*way), cmp.Compare(x.name, y.name))
	})
	var parts []string
	for _, c := range first(list, mostExplained) {
		sign := ""
		if c.change > 0 {
			sign = "+"
		}
		parts = append(parts, c.name+" "+sign+b.money(c.change))
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{lead + " " + strings.Join(parts, ", ")}
}
