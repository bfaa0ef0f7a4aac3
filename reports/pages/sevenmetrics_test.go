package pages

import (
	"strings"
	"testing"

	"clientele/reports"
)

func sevenLines(t *testing.T, wb reports.Workbook) []string {
	t.Helper()
	g := pageOf(t, wb, "Method & data").Sheet().Grids()[0]
	if g.Key != "Seven" {
		t.Fatalf("the first table is %s", g.Key)
	}
	var lines []string
	for i := range g.Len {
		var cells []string
		for _, v := range g.Row(i) {
			cells = append(cells, v.Text)
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	return lines
}

func TestAllSevenMetricsAreNamedWithWhereTheyStandOrWhatTheyLack(t *testing.T) {
	for name, in := range map[string]Input{"all": company(t, 5), "orders": onlyOrders(t, false), "orders, costs": onlyOrders(t, true), "young": young(t), "nothing": {Currency: "EUR"}} {
		for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
			g := pageOf(t, wb, "Method & data").Sheet().Grids()[0]
			if g.Len != 7 {
				t.Fatalf("%s, %s: %d metrics", name, wb.Name, g.Len)
			}
			for i := range g.Len {
				v := g.Row(i)
				if v[0].Text == "" || v[1].Text == "" || v[2].Text == "" {
					t.Errorf("%s, %s: line %d is %v", name, wb.Name, i, v)
				}
				if lacking := strings.HasPrefix(v[2].Text, "Not shown"); lacking != (v[3].Text == "") {
					t.Errorf("%s, %s: %q stands on %q", name, wb.Name, v[2].Text, v[3].Text)
				}
			}
		}
	}
}

func TestWhatAMetricLacksIsSaidWithWhatToRecord(t *testing.T) {
	for i, want := range []string{
		"1 Profit of customers | What each customer leaves after goods and after serving them | Not shown: no cost of goods is known |  | products.cost or lines.cost, for half of sales or more",
		"2 Attrition | Share of customers who stopped ordering, and what went with them | Against last year and by month; by traits, business type and source; risk of leaving by customer | Attrition | ",
		"3 Lifetime value | Profit a customer has brought and is expected to bring in 36 months | Not shown: it is a sum of profit, and no cost of goods is known; revenue in its place would be a larger number of another meaning |  | products.cost or lines.cost, for half of sales or more",
		"4 Products a customer and household | Breadth of what they buy in 12 months, beside profit | Not shown: no order line names a product |  | lines.product and products.category",
		"5 Satisfaction | Mean answer from 1 to 5 and share of the best two, with interval | Not shown: no source holds answered surveys of 12 months |  | surveys.type, score, lowest, highest, invited and answered",
		"6 Needs and preferences | What customers say they need, what they ask for and do not buy | Not shown: no source holds questionnaires or enquiries of 24 months |  | answers.question, answer and importance; enquiries.interest",
		"7 Bottom line | What it is worth to turn pains and wants into action: profit × chance − cost | What is at stake with each theme or sign – the company's register of initiatives is empty | Initiatives | initiatives in the configuration: wording, owner, chance, cost",
	} {
		same(t, sevenLines(t, Marketing(onlyOrders(t, false)))[i], want)
	}
	same(t, sevenLines(t, Sales(company(t, 5)))[4], "5 Satisfaction | Mean answer from 1 to 5 and share of the best two, with interval | Against last year; by channel and product, and by who left | Customer file | ")
	same(t, sevenLines(t, Sales(company(t, 5)))[6], "7 Bottom line | What it is worth to turn pains and wants into action: profit × chance − cost | What is at stake with each theme or sign – the company's register of initiatives is empty | In the marketing report | initiatives in the configuration: wording, owner, chance, cost")
}
