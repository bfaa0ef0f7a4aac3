package pages

import (
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// A headMetric is one of the seven that this program is for: what it means, what this
// report has of it, and what the sources would have to hold for the rest.
type headMetric struct {
	name, means, shown string
	missing, provide   string // empty where all of it is shown
	sheets             []string
}

// sevenTable names the seven metrics, those too that the records cannot tell, with what
// to record to get them.
func (b *book) sevenTable(tabs []string) reports.Table[stated] {
	t := reports.Table[stated]{Title: "The seven metrics, and what it takes to have them", Key: "Seven", Columns: wordColumns(
		[2]string{"Metric", "The seven a company should know of its customers."}, [2]string{"Means", "What it tells."},
		[2]string{"In this report", "What it is compared with and cut by, or what is missing."}, [2]string{"Sheets", "Where it stands."},
		[2]string{"To get it, or more", "What to record, by kind and field, or to configure."})}
	for _, m := range b.sevenMetrics() {
		here := m.shown
		switch {
		case m.missing != "" && here != "":
			here += " – " + m.missing
		case m.missing != "":
			here = "Not shown: " + m.missing
		}
		t.Rows = append(t.Rows, stated{m.name, m.means, here, where(m, tabs), m.provide})
	}
	if !slices.ContainsFunc(t.Rows, func(s stated) bool { return s.e != "" }) { // all is there
		t.Columns = t.Columns[:len(t.Columns)-1]
	}
	return t
}

// where lists the sheets of this workbook on which a metric stands.
func where(m headMetric, tabs []string) string {
	if m.shown == "" {
		return ""
	}
	var here []string
	for _, s := range m.sheets {
		if slices.Contains(tabs, s) {
			here = append(here, s)
		}
	}
	if len(here) == 0 {
		return "In the marketing report"
	}
	return strings.Join(here, ", ")
}

func (b *book) sevenMetrics() []headMetric {
	return []headMetric{b.headProfit(), b.headAttrition(), b.headLifetime(), b.headProducts(), b.headSatisfaction(), b.headNeeds(), b.headBottomLine()}
}

func (b *book) headProfit() headMetric {
	m := headMetric{
		name: "1 Profit of customers", means: "What each customer leaves after goods and after serving them",
		sheets: []string{"Profitability", "Top customers", "Loss-makers", "Best and worst", "Segments", "Customer file"},
	}
	switch {
	case !b.profitable():
		m.missing, m.provide = b.noProfit(), b.costWanted()
	case !b.costed():
		m.shown, m.missing, m.provide = comparedByAll, "gross profit: what serving takes is not known", "costs.amount of each activity and month"
	default:
		m.shown = comparedByAll
	}
	return m
}

// comparedByAll is how a metric of money is compared and cut.
const comparedByAll = "Against last year; by customer, segment, business type and territory"

// costWanted says how profit could be had.
func (b *book) costWanted() string {
	if b.r.Rules.RevenueFrom == metrics.FromInvoices {
		return "products.cost or lines.cost, and metrics.revenue_from: orders, whose lines name products"
	}
	return "products.cost or lines.cost, for half of sales or more"
}

func (b *book) headAttrition() headMetric {
	m := headMetric{
		name: "2 Attrition", means: "Share of customers who stopped ordering, and what went with them", sheets: []string{"Attrition", "At risk"},
		shown: "Against last year and by month; by traits, business type and source; risk of leaving by customer",
	}
	switch a := b.r.Attrition.Year; {
	case a.Of < b.enough():
		m.shown = "Who was won and lost, by month"
		m.missing = fmt.Sprintf("no share: %s active a year ago, %d are needed", reports.Plural(a.Of, "customer was", "customers were"), b.enough())
		m.provide = "orders of an earlier time"
	case !b.judged():
		m.missing, m.provide = noRisk, "orders of an earlier time"
	}
	return m
}

func (b *book) headLifetime() headMetric {
	m := headMetric{
		name: "3 Lifetime value", means: fmt.Sprintf("Profit a customer has brought and is expected to bring in %d months", b.r.Rules.LifetimeMonths),
		sheets: []string{"Lifetime value", "Customer file"},
	}
	if !b.profitable() {
		m.missing = "it is a sum of profit, and " + b.noProfit() + "; revenue in its place would be a larger number of another meaning"
		m.provide = b.costWanted()
		return m
	}
	m.shown = "Historic beside expected, against the report before; by business type, source and tenth"
	return m
}

func (b *book) headProducts() headMetric {
	m := headMetric{
		name: "4 Products a customer and household", means: "Breadth of what they buy in 12 months, beside profit", sheets: []string{"Products", "Cross-sell", "Top customers", "Customer file"},
	}
	switch {
	case b.hasProducts():
		m.shown = "Against the report before; by number of categories, category and household"
	case b.r.Rules.RevenueFrom == metrics.FromInvoices:
		m.missing, m.provide = b.untraced(), "metrics.revenue_from: orders, whose lines name products; lines.product and products.category"
	default:
		m.missing, m.provide = b.untraced(), "lines.product and products.category"
	}
	return m
}

func (b *book) headSatisfaction() headMetric {
	m := headMetric{
		name: "5 Satisfaction", means: "Mean answer from 1 to 5 and share of the best two, with interval", sheets: []string{"Satisfaction", "Customer file"},
	}
	switch {
	case !b.hasSurveys():
		m.missing, m.provide = noSurveys, "surveys.type, score, lowest, highest, invited and answered"
	case b.r.Satisfaction.Mean.N < b.enough():
		m.shown, m.missing = "Answers by customer", fmt.Sprintf("no mean: %s, %d are needed", reports.Plural(b.r.Satisfaction.Mean.N, "answer", "answers"), b.enough())
		m.provide = "more answers to surveys"
	default:
		m.shown = "Against last year; by channel and product, and by who left"
	}
	return m
}

func (b *book) headNeeds() headMetric {
	m := headMetric{
		name: "6 Needs and preferences", means: "What customers say they need, what they ask for and do not buy", sheets: []string{"Needs", "Prospects", "Pipeline"},
	}
	switch demand := len(b.r.Needs.Demand) > 0; {
	case b.hasAnswers():
		m.shown = "Against the round before; by business type, and by customer"
	case demand:
		m.shown, m.missing, m.provide = "What is asked for, from enquiries", "no source holds a questionnaire", "answers.question, answer and importance"
	default:
		m.missing, m.provide = "no source holds questionnaires or enquiries of 24 months", "answers.question, answer and importance; enquiries.interest"
	}
	return m
}

func (b *book) headBottomLine() headMetric {
	m := headMetric{
		name: "7 Bottom line", means: "What it is worth to turn pains and wants into action: profit × chance − cost", sheets: []string{"Initiatives"},
		shown: "Initiatives ranked by expected net value, followed against who was left out",
	}
	if len(b.r.BottomLine.Initiatives) == 0 {
		m.shown, m.missing = "What is at stake with each theme or sign", "the company's register of initiatives is empty"
		m.provide = "initiatives in the configuration: wording, owner, chance, cost"
	}
	if !b.bought() {
		m.shown, m.missing, m.provide = "", "nobody bought in 24 months", ""
	}
	return m
}
