package pages

import (
	"clientele/reports"
	"clientele/transform/metrics"
)

// traitName puts a code into words.
func traitName(code string) string {
	switch code {
	case "one_order":
		return "One order or none the year before"
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
