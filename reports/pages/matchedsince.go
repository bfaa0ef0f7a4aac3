package pages

import (
	"strconv"
	"strings"

	"clientele/reports"
)

// keyMatching is the name among the key figures of the model that told customers apart,
// and how many there were in the company.
const keyMatching = "matching"

// matchingLine writes down by which model customers are told apart.
func (b *book) matchingLine() string {
	if b.in.Match.Model.Name == "" {
		return ""
	}
	return b.in.Match.Model.Name + "\t" + strconv.FormatInt(b.in.Match.Customers, 10)
}

// toldApartOtherwise says that customers are told apart by another model than in the
// report of the preceding period: lists may differ because of it alone.
func (b *book) toldApartOtherwise() []reports.LetterChange {
	name, count, said := strings.Cut(b.in.Previous[keyMatching], "\t")
	if now := b.in.Match.Model.Name; !said || now == "" || now == name {
		return nil
	}
	c := reports.LetterChange{Title: "Customers are told apart by another matching model than in " + b.r.Period.Previous().Label()}
	c.Items = append(c.Items, "Who joined or left a list may have done so because records were merged or split")
	if n, err := strconv.ParseInt(count, 10, 64); err == nil {
		c.Items = append(c.Items, "In the whole company the records make "+reports.Plural(b.in.Match.Customers, "customer", "customers")+", were "+reports.Thousands(n))
	}
	return []reports.LetterChange{c}
}
