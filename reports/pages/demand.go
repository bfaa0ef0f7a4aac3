package pages

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/reports"
	"clientele/transform/metrics"
)

// leaning is one answer given more or less often within a business type.
type leaning struct {
	kind, answer string
	share        metrics.TypeShare
}

// leaningTable lists the answers in which business types differ from the others.
func (b *book) leaningTable(q question) reports.Table[leaning] {
	var rows []leaning
	for _, a := range q.Answers {
		for k, s := range a.Types {
			if s.Apart.Stands {
				rows = append(rows, leaning{q.Types[k].Name, a.Name, s})
			}
		}
	}
	slices.SortStableFunc(rows, func(x, y leaning) int {
		return cmp.Compare(abs(y.share.Apart.By.Value.Float()), abs(x.share.Apart.By.Value.Float()))
	})
	t := reports.Table[leaning]{
		Title: "Who needs what more, or less, than others", Key: "Leanings", Rows: first(rows, mostGroups), Of: len(rows), Columns: []reports.Column[leaning]{
			reports.Text("Answer", "What they say more or less often.", func(x leaning) string { return x.answer }).Width(30),
			reports.Percent0If("Share of the type", "Of the type's customers who answered.", func(x leaning) (float64, bool) { return b.share(x.share.Said) }),
			reports.Number1If("Index", "100 × share of the type over share of all who answered: 100 is like everybody.", func(x leaning) (float64, bool) { return float(x.share.Index) }).Bold(),
			reports.Text("Business type", "Kind of business or customer group.", func(x leaning) string { return named(x.kind) }),
		},
		Note: "Only differences that are more than chance explains, beside all others tested.",
	}
	if len(rows) == 0 {
		t.Note = "No business type differs from the others beyond chance."
	}
	return t
}

// demands are what was asked for and not bought, on offer and not.
func (b *book) demands() (in, out []metrics.Demand) {
	for _, d := range b.r.Needs.Demand {
		switch {
		case !d.InRange:
			out = append(out, d)
		case d.NotBought+d.Unknown > 0 || d.Enquiries > 0: // what was stated and bought is no demand
			in = append(in, d)
		}
	}
	if len(in)+len(out) == 0 {
		b.lacks("Needs, what customers ask for", "no source holds enquiries of 24 months")
	}
	return in, out
}

func demandColumns() []reports.Column[metrics.Demand] {
	type d = metrics.Demand
	return []reports.Column[d]{
		reports.Text("Asked for", "Product, category or words of the enquirer.", func(x d) string { return x.Name }).Width(30),
		reports.Count("Customers", "Customers with an order who enquired about it or named it in a questionnaire, 24 months.", func(x d) int64 { return x.Customers }),
		reports.Count("Not yet customers", "People known who asked for it and never ordered anything, and enquiries of people in no record.", func(x d) int64 { return x.Prospects + x.Unknown }),
		reports.Count("Enquiries", "Enquiries about it, 24 months.", func(x d) int64 { return x.Enquiries }),
	}
}

func (b *book) inRangeTable(rows []metrics.Demand) reports.Table[metrics.Demand] {
	type d = metrics.Demand
	bought := func(days int, of func(d) rate) reports.Column[d] {
		return reports.Percent0If(fmt.Sprintf("Bought in %d days", days), fmt.Sprintf("Share of the enquiries followed by buying it within %d days, recent ones counted as still open (Kaplan-Meier).", days),
			func(x d) (float64, bool) {
				v, ok := float(of(x))
				return v, ok && x.Enquiries >= b.enough()
			})
	}
	t := reports.Table[d]{Title: "Asked for and in our range", Key: "InRange", Columns: demandColumns(), Of: len(rows)}
	if b.r.Needs.Traced {
		t.Columns = append(t.Columns,
			bought(30, func(x d) rate { return x.Within30 }), bought(90, func(x d) rate { return x.Within90 }),
			reports.Count("Not bought", "Customers and enquirers we know who have not bought it since: unmet demand.", func(x d) int64 { return x.NotBought }).Bold(),
			reports.Count("Contact allowed", "Of them, those who allow contact.", func(x d) int64 { return x.Contactable }))
		slices.SortStableFunc(rows, func(x, y d) int { return cmp.Compare(y.NotBought, x.NotBought) })
	} else {
		t.Note = "Whether they bought it since is not known: " + b.untraced() + "."
	}
	t.Rows = first(rows, mostCategories)
	t.Columns = append(t.Columns, reports.Money("Open value", "What the open enquiries would be worth, as recorded.", func(x d) Money { return x.Value }))
	return t
}

// untraced says why nobody knows what was bought.
func (b *book) untraced() string {
	if b.r.Rules.RevenueFrom == metrics.FromInvoices {
		return "revenue is counted from invoices, and none names an order with products"
	}
	return "no order line names a product"
}

func (b *book) notInRangeTable(rows []metrics.Demand) reports.Table[metrics.Demand] {
	type d = metrics.Demand
	return reports.Table[d]{
		Title: "Asked for, not in our range", Key: "NotInRange", Rows: first(rows, mostCategories), Of: len(rows),
		Columns: append(demandColumns(),
			reports.Count("Named in questionnaires", "Of the customers, those who named it in a questionnaire.", func(x d) int64 { return x.Stated }),
			reports.Count("Contact allowed", "Of those we know, those who allow contact.", func(x d) int64 { return x.Contactable }),
			reports.Money("Open value", "What the open enquiries would be worth, as recorded.", func(x d) Money { return x.Value }).Bold()),
	}
}
