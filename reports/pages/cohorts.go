package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// traitName puts a code into words.
func traitName(code string) string {
	switch code {
	case "one_order":
		return "Ordered once or less the year before"
	case "one_category":
		return "Bought one category"
	case "complained":
		return "Complained"
	case "late_deliveries":
		return "Two late deliveries or more"
	case "returns":
		return "Two returns or more"
	case "no_visit":
		return "No visit or call of a rep"
	case "person":
		return "Person, not company"
	case "new":
		return "Customer for less than a year then"
	}
	return code
}

// mostReasons is how many reasons are shown.
const mostReasons = 8

// tallyLine is a word counted, with what it is: a reason or a competitor.
type tallyLine struct {
	metrics.Tally
	what string
}

// reasonTable says why customers left and for whom, where that was recorded.
func (b *book) reasonTable() reports.Table[tallyLine] {
	var rows []tallyLine
	var all int64
	for _, t := range b.r.Attrition.Reasons {
		all += t.Count
	}
	for i, t := range b.r.Attrition.Reasons {
		if i < mostReasons {
			rows = append(rows, tallyLine{t, orElse(t.Name, "Not recorded")})
		}
	}
	for i, t := range b.r.Attrition.Competitors {
		if t.Name != "" && i < mostReasons {
			rows = append(rows, tallyLine{t, "Left for " + t.Name})
		}
	}
	out := reports.Table[tallyLine]{
		Title: "Why they left", Key: "Reasons", Rows: rows,
		Columns: []reports.Column[tallyLine]{
			reports.Text("Reason or competitor", "As recorded when the customer left.", func(t tallyLine) string { return t.what }).Width(26),
			reports.Count("Customers", "Customers lost within the year.", func(t tallyLine) int64 { return t.Count }).Bold(),
			reports.Percent0If("Share", "Of all customers lost within the year.", func(t tallyLine) (float64, bool) {
				return float64(t.Count) / float64(max(1, all)), all >= b.enough()
			}),
		},
	}
	switch {
	case b.r.Attrition.Year.Of == 0:
		out.Note = "Nobody was active a year ago."
	case all == 0:
		out.Note = "Nobody who was active a year ago was lost since."
	}
	return out
}

// cohortAges is how many quarters a cohort is followed.
const cohortAges = 11

// cohortTable is the share of each quarter's first buyers still active later.
func (b *book) cohortTable() reports.Table[metrics.Cohort] {
	type c = metrics.Cohort
	cols := []reports.Column[c]{
		reports.Text("First order in", "Quarter of the first order.", quarterName).Width(16),
		reports.Count("Customers", "Customers with their first order in the quarter.", func(x c) int64 { return x.Customers }),
	}
	for age := range cohortAges {
		cols = append(cols, reports.Percent0If(fmt.Sprintf("+%d mo", 3*(age+1)), fmt.Sprintf("Share still active %d months after the quarter; blank: not yet so old, or too few.", 3*(age+1)),
			func(x c) (float64, bool) { return b.keptAt(x, age) }).Shade(reports.HeatUp))
	}
	return reports.Table[c]{
		Title: "Who stays: share of each quarter's new customers still active", Key: "Cohorts", Columns: cols, Rows: b.r.Attrition.Cohorts,
		Note: fmt.Sprintf("Quarters with fewer than %d new customers are left blank.", b.enough()),
	}
}

func quarterName(c metrics.Cohort) string {
	t := c.Quarter.Time()
	return fmt.Sprintf("Q%d %d", (int(t.Month())+2)/3, t.Year())
}

func (b *book) keptAt(c metrics.Cohort, age int) (float64, bool) {
	if age >= len(c.Kept) || c.Customers < b.enough() {
		return 0, false
	}
	return float64(c.Kept[age]) / float64(c.Customers), true
}
