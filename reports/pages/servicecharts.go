package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// deskHeight is how many rows the desk's charts cover, so that its sheet prints on one
// page.
const deskHeight = 9

// subjectChart draws contacts by subject.
func (b *book) subjectChart() reports.Chart {
	c := reports.Chart{Key: "contact_subjects", Kind: reports.Bars, Value: reports.KindCount, Labels: true, Unit: "Contacts of 12 months by subject", Height: deskHeight}
	s := reports.Series{Name: "Contacts", Role: reports.Actual}
	var most metrics.Topic
	var all int64
	for _, t := range b.subjects() {
		c.Categories, s.Values = append(c.Categories, subjectName(t.Name)), append(s.Values, float64(t.Count))
		all += t.Count
		if t.Count > most.Count {
			most = t
		}
	}
	c.Message = "No contact was recorded in 12 months"
	if all > 0 {
		c.Message = fmt.Sprintf("The commonest subject is %s: %s of all contacts", subjectName(most.Name), reports.Percent0Words(float64(most.Count)/float64(all)))
	}
	c.Series, c.Alt = []reports.Series{s}, fmt.Sprintf("%s: %s of %s.", c.Message, reports.Thousands(most.Count), reports.Thousands(all))
	return c
}

// deskChart draws orders and contacts by month.
func (b *book) deskChart() reports.Chart {
	months := b.r.Service.Months
	months = months[max(0, len(months)-13):]
	c := reports.Chart{
		Key: "orders_contacts", Kind: reports.Line, Value: reports.KindCount, EndLabels: true,
		Unit: "Orders and contacts by month, complete months", Message: deskMessage(months), Height: deskHeight,
	}
	orders, contacts := reports.Series{Name: "Orders", Role: reports.Actual}, reports.Series{Name: "Contacts", Role: reports.Bad}
	for _, m := range months {
		c.Categories = append(c.Categories, m.Month.Time().Format("Jan 06"))
		orders.Values = append(orders.Values, float64(m.Orders))
		contacts.Values = append(contacts.Values, float64(m.Contacts))
	}
	c.Series = []reports.Series{orders, contacts}
	if n := len(months); n > 0 {
		m := months[n-1]
		c.Alt = fmt.Sprintf("%s. %s: %s, %s.", c.Message, m.Month.Time().Format("January 2006"), reports.Plural(m.Orders, "order", "orders"), reports.Plural(m.Contacts, "contact", "contacts"))
	}
	return c
}

// deskMessage compares the last month with the same a year before; where there was
// nothing then, it says how much there was of each.
func deskMessage(months []metrics.DeskMonth) string {
	if len(months) == 0 {
		return "No month is complete yet"
	}
	was, now := months[0], months[len(months)-1]
	if len(months) < 13 || was.Orders == 0 || was.Contacts == 0 {
		return fmt.Sprintf("%s: %s and %s; no year before to compare with", now.Month.Time().Format("January 2006"),
			reports.Plural(now.Orders, "order", "orders"), reports.Plural(now.Contacts, "contact", "contacts"))
	}
	return fmt.Sprintf("%s: orders %s, contacts %s against the year before", now.Month.Time().Format("January 2006"),
		reports.RoseFell(float64(now.Orders)/float64(was.Orders)-1), reports.RoseFell(float64(now.Contacts)/float64(was.Contacts)-1))
}
