package pages

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// serviceDesk shows orders and contacts: how many, about what, how fast.
func (b *book) serviceDesk() reports.Page {
	return reports.Board{
		Head: reports.Head{
			Tab: "Service desk", Title: "Service desk",
			Question: "Orders and calls: how many, about what, and how fast are they answered?",
			Finding:  b.deskFinding(),
		},
		Bands: []reports.Band{
			{b.arriving(), b.settling()},
			{b.deskChart(), b.subjectChart()},
			{b.subjectTable(), b.weekdayTable()},
		},
	}
}

// deskFinding says how much there is to do, whether it grows, and how fast
// complaints are settled.
func (b *book) deskFinding() string {
	now, was := b.r.Service.Now, b.r.Service.Was
	text := fmt.Sprintf("%s orders and %s contacts a day", reports.DecimalWords(now.OrdersPerDay.Float(), 1), reports.DecimalWords(now.PerDay.Float(), 1))
	if now.PerDay < extract.One/10 {
		text = capital(reports.Plural(now.Contacts, "contact", "contacts")) + fmt.Sprintf(" and %s in 12 months", reports.Plural(now.Orders, "order", "orders"))
	}
	if was.Contacts > 0 && was.Orders > 0 && now.Orders > 0 {
		each, before := float64(now.Contacts)/float64(now.Orders), float64(was.Contacts)/float64(was.Orders)
		text += fmt.Sprintf("; contacts for each order are %s last year", reports.AboveBelow(each/before-1))
	}
	if x, ok := b.share(now.Resolved5); ok {
		text += fmt.Sprintf("; %s of complaints were closed within five days", reports.Percent0Words(x))
	}
	return text + "."
}

// subjectName is a topic as readers call it.
func subjectName(topic string) string {
	switch topic {
	case extract.TopicQuestion:
		return "Product"
	case extract.TopicOrderStatus:
		return "Order status"
	case extract.TopicBilling:
		return "Billing"
	case extract.TopicComplaint:
		return "Complaint"
	case metrics.TopicInternal:
		return "Inside the company"
	}
	return "Other or not categorised"
}

// subjects are the topics of contacts, the commonest first; what has no subject of
// ours, or is no customer's, comes last.
func (b *book) subjects() []metrics.Topic {
	rest := func(t metrics.Topic) int64 {
		if t.Name == extract.TopicOther || t.Name == metrics.TopicInternal {
			return 1
		}
		return 0
	}
	topics := slices.Clone(b.r.Service.Topics)
	slices.SortStableFunc(topics, func(x, y metrics.Topic) int {
		return cmp.Or(cmp.Compare(rest(x), rest(y)), cmp.Compare(y.Count, x.Count), cmp.Compare(x.Name, y.Name))
	})
	return topics
}

// subjectTable tells contacts apart by what they are about, and what that cost.
func (b *book) subjectTable() reports.Table[metrics.Topic] {
	all := metrics.Topic{Name: "All contacts"}
	for _, t := range b.r.Service.Topics {
		all.Count += t.Count
		all.Before += t.Before
		all.Cost = both(all.Cost, t.Cost)
	}
	t := reports.Table[metrics.Topic]{
		Title: "Calls by subject, 12 months", Key: "Subjects", Rows: b.subjects(), Totals: []metrics.Topic{all}, Note: b.subjectNote(all),
		Columns: []reports.Column[metrics.Topic]{
			reports.Text("Subject", "What the contact was about.", func(t metrics.Topic) string {
				if t.Name == all.Name {
					return t.Name
				}
				return subjectName(t.Name)
			}).Width(24),
			reports.Count("Contacts", "Contacts of 12 months, any channel, in and out.", func(t metrics.Topic) int64 { return t.Count }).Bold(),
			reports.Percent0If("Share of contacts", "Of all contacts.", func(t metrics.Topic) (float64, bool) {
				return float64(t.Count) / float64(max(all.Count, 1)), all.Count > 0
			}),
			reports.DeltaPercentIf("vs last year", "Contacts against the 12 months before.", func(t metrics.Topic) (float64, bool) {
				return float64(t.Count)/float64(max(t.Before, 1)) - 1, t.Before > 0
			}).LowerIsBetter(),
		},
	}
	if all.Cost.Known {
		t.Columns = append(t.Columns, b.subjectCost())
	}
	return t
}

// subjectCost is what contacts cost by subject. A desk costs little beside a company's
// revenue, so it is never told in thousands.
func (b *book) subjectCost() reports.Column[metrics.Topic] {
	return reports.MoneyIf("Cost", "Their part of the service desk's cost to serve, by minutes recorded or assumed.",
		func(t metrics.Topic) (Money, bool) { return known(t.Cost) })
}

// subjectNote says how much of the desk's work nobody has categorised.
func (b *book) subjectNote(all metrics.Topic) string {
	note := ""
	for _, t := range b.r.Service.Topics {
		if x, ok := b.share(metrics.Rate{Part: t.Count, Of: all.Count}); ok && t.Name == extract.TopicOther {
			note = reports.Percent0Words(x) + " carry no subject of ours or are filed under other: map tickets.topic."
		}
	}
	if all.Cost.Known {
		return note
	}
	return sentences(note, "No cost of the desk is known: record costs of the activity service.")
}

// weekdayTable shows how the week is loaded.
func (b *book) weekdayTable() reports.Table[metrics.Weekday] {
	return reports.Table[metrics.Weekday]{
		Title: "A mean week of 12 months", Key: "Weekdays", Rows: b.r.Service.Weekdays,
		Columns: []reports.Column[metrics.Weekday]{
			reports.Text("Weekday", "Day of the week.", func(w metrics.Weekday) string { return w.Name }),
			reports.Number1("Orders a day", "Mean of 12 months.", func(w metrics.Weekday) float64 { return w.Orders.Float() }),
			reports.Number1("Contacts a day", "Mean of 12 months, in and out.", func(w metrics.Weekday) float64 { return w.Contacts.Float() }),
		},
	}
}

// sentences joins what is not empty.
func sentences(parts ...string) string {
	text := ""
	for _, p := range parts {
		if p != "" && text != "" {
			text += " "
		}
		text += p
	}
	return text
}
