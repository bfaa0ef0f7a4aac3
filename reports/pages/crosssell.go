package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// mostLeads is how many offers are listed.
const mostLeads = 200

// lead is an offer with the customer it is for; closing rows have a name only.
type lead struct {
	metrics.Offer
	row row
}

func (b *book) hasOffers() bool { return len(b.r.CrossSell.Offers) > 0 }

// noOffers says why there is nothing to offer.
func (b *book) noOffers() string {
	x := b.r.CrossSell
	switch {
	case x.Households == 0 && !b.r.Needs.Traced && b.r.Rules.RevenueFrom == metrics.FromInvoices:
		return b.untraced()
	case x.Households == 0:
		return "no order line of 12 months names a product category"
	case x.Found == 0:
		return fmt.Sprintf("among %s no two categories are bought together more often than chance explains", reports.Plural(x.Households, "household", "households"))
	}
	return "no customer who is profitable and not at risk lacks a category that goes with what they buy"
}

// crossSell lists what each customer could buy next, best first.
func (b *book) crossSell() reports.Page {
	rows := b.leads()
	return reports.List[lead]{
		Head: reports.Head{
			Tab: "Cross-sell", Title: "Cross-sell", Question: "What should each customer buy next, and what is it worth?", Finding: b.offerFinding(rows),
		},
		Table: reports.Table[lead]{
			Key: "CrossSell", Columns: b.leadColumns(), Rows: rows, Of: int(b.r.CrossSell.Offered.Offered), Totals: b.leadTotals(rows), Note: b.offerNote(),
		},
	}
}

func (b *book) leads() []lead {
	var rows []lead
	for _, o := range b.r.CrossSell.Offers {
		if r, ok := b.at[o.Customer]; ok {
			rows = append(rows, lead{o, r})
		}
	}
	return first(rows, mostLeads)
}

// brings is what an offer is ranked by: expected profit, revenue where no profit is
// known.
func (b *book) brings(o metrics.Offer) Money {
	if b.profitable() {
		return o.Profit.Value
	}
	return o.Revenue
}

// offersWord is what brings is called.
func (b *book) offersWord() string {
	if b.profitable() {
		return "profit"
	}
	return "revenue"
}

// offerFinding says how many could buy more, what that is worth, and what is
// offered most often.
func (b *book) offerFinding(rows []lead) string {
	if len(rows) == 0 {
		return "There is an offer for 0 customers."
	}
	o := b.r.CrossSell.Offered
	worth := o.Revenue
	if b.profitable() {
		worth = o.Profit.Value
	}
	text := fmt.Sprintf("%s buy one more category; expected %s of one offer each: %s a year",
		capital(reports.Plural(o.Offered, "customer could", "customers could")), b.offersWord(), b.money(worth))
	name, n := mostOffered(rows)
	switch {
	case int64(len(rows)) < o.Offered:
		text += fmt.Sprintf("; of the first %s, %s is the offer for %s", reports.Thousands(len(rows)), name, reports.Thousands(n))
	case len(rows) > 1:
		text += fmt.Sprintf("; %s is the offer for %s", name, reports.Thousands(n))
	}
	return text + "."
}

// mostOffered names the category offered most often, the first of equals.
func mostOffered(rows []lead) (string, int) {
	counts := map[string]int{}
	for _, l := range rows {
		counts[l.Category]++
	}
	best, most := "", 0
	for _, l := range rows {
		if n := counts[l.Category]; n > most {
			best, most = l.Category, n
		}
	}
	return best, most
}

// offerNote says whom offers leave out, and what they rest on.
func (b *book) offerNote() string {
	x := b.r.CrossSell
	var out []string
	for _, left := range []struct {
		n   int64
		why string
	}{
		{x.Offered.Gone, "not active any more"},
		{x.Offered.Losing, "without a profit, alone or as a household"},
		{x.Offered.AtRisk, "at risk"},
		{x.Offered.Household, "where another member of the household has the offer"},
		{x.Offered.Nothing, "for whom no rule points to anything new"},
	} {
		if left.n > 0 {
			out = append(out, reports.Thousands(left.n)+" "+left.why)
		}
	}
	text := b.ruleWords() + " An offer is worth the share of similar households who buy it × their median spend × the margin left; what goes together need not cause each other."
	if len(out) > 0 {
		text = "Of customers who bought in 12 months left out: " + strings.Join(out, ", ") + ". " + text
	}
	return text
}

// ruleWords say what was tested and found.
func (b *book) ruleWords() string {
	x := b.r.CrossSell
	text := ""
	if x.Huge > 0 {
		text += fmt.Sprintf(" %s of more than %d categories left out: they buy nearly everything.", capital(reports.Plural(x.Huge, "household", "households")), metrics.HugeHousehold)
	}
	if x.Sets > 0 {
		text += fmt.Sprintf(" %s between what nearly all buy together (a set, or one thing under two names): no offer follows.", capital(reports.Plural(x.Sets, "rule is", "rules are")))
	}
	return fmt.Sprintf("%s from what %s bought in 12 months: both ways of pairs in %s and more, beyond chance among %s (Fisher's exact test, 5 %% false discoveries).",
		capital(reports.Plural(x.Found, "rule", "rules")), reports.Plural(x.Households, "household", "households"),
		reports.Plural(x.Least, "household", "households"), reports.Plural(x.Tests, "pair of categories", "pairs of categories")) + text
}

// leadTotals ends the list on all offers there are.
func (b *book) leadTotals(rows []lead) []lead {
	o := b.r.CrossSell.Offered
	all := lead{Offer: metrics.Offer{Revenue: o.Revenue, Profit: o.Profit}}
	all.row = titled("All offers")
	if o.Offered == int64(len(rows)) {
		return []lead{all}
	}
	rest := all
	rest.row = titled("Offers, not listed")
	for _, l := range rows {
		rest.Revenue -= l.Revenue
		rest.Profit.Value -= l.Profit.Value
	}
	return []lead{rest, all}
}
