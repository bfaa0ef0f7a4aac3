package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform"
)

// titled is a closing row of which only the name is shown.
func titled(name string) row {
	t := &transform.Figures{}
	t.Name = name
	return t
}

func (b *book) leadColumns() []reports.Column[lead] {
	text := func(head, help string, of func(row) string) reports.Column[lead] {
		return reports.Text(head, help, func(l lead) string { return of(l.row) }).NoTotal()
	}
	cols := []reports.Column[lead]{
		reports.Text("Customer", "Name of the customer, one for all records merged.", func(l lead) string { return l.row.Name }).Width(26),
		text("Territory", "Sales territory of the customer.", func(r row) string { return r.Place() }),
		text("Rep", "Who looks after the customer.", func(r row) string { return r.Rep }),
		text("Business type", "Kind of business or customer group.", func(r row) string { return r.Segment }),
		reports.Text("Offer", "The category with the highest expected "+b.offersWord()+" that nobody of the household bought in 24 months.", func(l lead) string { return l.Category }).NoTotal(),
		reports.Percent0If("Bought by similar", "Share of the households that buy what the last column names, which buy the offer too.", func(l lead) (float64, bool) { return float(l.Rule.Rate.Share()) }).NoTotal(),
		reports.Money("Typical spend", "Median spend of 12 months on the offer, of households of the same business type and third by spend that buy it; of the type or of all where those are too few.", func(l lead) Money { return l.Spend }).NoTotal(),
	}
	if b.profitable() {
		cols = append(cols, reports.MoneyIf("Expected profit", "Bought by similar × typical spend × margin of the category after cost to serve, a year.",
			func(l lead) (Money, bool) { return known(l.Profit) }).Bold().Bar().Sum())
	} else {
		cols = append(cols, reports.Money("Expected revenue", "Bought by similar × typical spend, a year.", func(l lead) Money { return l.Offer.Revenue }).Bold().Bar().Sum())
	}
	cols = append(cols,
		reports.Count("Categories now", "Distinct product categories the household bought in 12 months.", func(l lead) int64 { return l.row.HouseholdCategories }).NoTotal(),
		reports.Money("Revenue", "Net revenue of 12 months after credit notes.", func(l lead) Money { return l.row.Revenue }).NoTotal())
	if b.profitable() {
		cols = append(cols, b.leadMargin())
	}
	return append(cols,
		reports.Count("Households with both", "Households the rule rests on: they bought both within 12 months.", func(l lead) int64 { return l.Rule.Rate.Part }).NoTotal(),
		reports.Number2("Times usual", "Bought by similar over the share of all households that buy the offer (lift).", func(l lead) float64 { return l.Rule.Lift.Float() }).NoTotal(),
		reports.Number2("At least", "Lower end of its 95 % interval; rules at or below 1 are left out.", func(l lead) float64 { return l.Rule.Low.Float() }).NoTotal(),
		reports.Text("Asked in 12 months", "Yes where somebody of the household enquired about the category.", func(l lead) string { return yesNo(l.Asked) }).GoodWords("Yes").NoTotal(),
		reports.Wrap("Why", "The rule behind the offer; an association, no proof.", why).Width(58).NoTotal())
}

func (b *book) leadMargin() reports.Column[lead] {
	head := "Net margin"
	if !b.costed() {
		head = "Gross margin"
	}
	return reports.PercentIf(head, capital(b.profitWord())+overCosted+", 12 months.", func(l lead) (float64, bool) { return float(l.row.Margin()) }).NoTotal()
}

// mostOthers is how many further offers a lead names.
const mostOthers = 2

// why puts the rule behind an offer into words.
func why(l lead) string {
	r := l.Rule
	text := fmt.Sprintf("%s of %s with %s buy it too", reports.Thousands(r.Rate.Part), reports.Plural(r.Rate.Of, "household", "households"), r.From)
	if len(l.Others) == 0 {
		return text
	}
	text += "; also fits: " + strings.Join(first(l.Others, mostOthers), ", ")
	if more := len(l.Others) - mostOthers; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
