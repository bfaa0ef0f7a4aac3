package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
)

// leftNames names the largest of those who left the list of customers at risk, and says of whom we lost.
func (b *book) leftNames(left []row) []string {
	items := b.names(left, revenue)
	for i, r := range first(left, mostNamed) {
		if r.State == "lost" {
			items[i] = fmt.Sprintf("%s (lost, %s a year)", r.Name, b.money(r.Revenue))
		}
	}
	return items
}

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
		types[r.Segment] += d
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
	if top := strongest(kinds, total); len(kinds) > 1 && len(top) > 0 {
		items = append(items, b.mostlyIn(top, total))
	}
	items = append(items, "the largest accounts of it "+b.explained(strongest(each, total)))
	if against := strongest(each, -total); len(against) > 0 {
		items = append(items, "against it "+b.explained(against))
	}
	return title, items
}

// mostlyIn names the types a change lies in; they are most of it where they add up to half of it.
func (b *book) mostlyIn(top []changeShare, total Money) string {
	var sum Money
	for _, c := range top {
		sum += c.change
	}
	if 2*size64(sum) < size64(total) {
		return "the largest parts of it in " + b.explained(top)
	}
	return "most of it in " + b.explained(top)
}

// strongest are those who went most in the direction of a change.
func strongest(list []changeShare, total Money) []changeShare {
	way := Money(1)
	if total < 0 {
		way = -1
	}
	list = slices.DeleteFunc(slices.Clone(list), func(c changeShare) bool { return c.change*way <= 0 })
	slices.SortStableFunc(list, func(x, y changeShare) int {
		return cmp.Or(cmp.Compare(y.change*way, x.change*way), cmp.Compare(x.name, y.name))
	})
	return first(list, mostExplained)
}

// explained names them with what they add to the change.
func (b *book) explained(list []changeShare) string {
	var parts []string
	for _, c := range list {
		parts = append(parts, c.name+" ("+b.moreMoney(c.change)+")")
	}
	return strings.Join(parts, ", ")
}
