package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// mostSubjects is how many subjects of complaints are shown.
const mostSubjects = 10

// reasonsOf are the subjects of complaints that are shown.
func (b *book) reasonsOf() []metrics.Tally { return first(b.r.Service.Reasons, mostSubjects) }

// complaintCount counts those of all subjects.
func (b *book) complaintCount() (n int64) {
	for _, t := range b.r.Service.Reasons {
		n += t.Count
	}
	return n
}

// complaintTable says what complaints are about and how much revenue is at risk with who made them.
func (b *book) complaintTable() reports.Table[metrics.Tally] {
	all := b.complaintCount()
	t := reports.Table[metrics.Tally]{
		Title: "What complaints are about", Key: "ComplaintReasons", Rows: b.reasonsOf(), Of: len(b.r.Service.Reasons),
		Columns: []reports.Column[metrics.Tally]{
			reports.Text("Subject", "What the complaint says.", func(t metrics.Tally) string { return named(t.Name) }).Width(24),
			reports.Count("Complaints", "Complaints of 12 months.", func(t metrics.Tally) int64 { return t.Count }).Bold(),
			reports.Percent0If("Share", "Of all complaints of 12 months.", func(t metrics.Tally) (float64, bool) {
				return float64(t.Count) / float64(max(1, all)), all >= b.enough()
			}),
		},
	}
	if b.judged() {
		t.Columns = append(t.Columns, scaled(b, "Revenue at risk", "Risk × revenue of 12 months of the customers at risk who complained of it, each counted once a subject.", func(t metrics.Tally) Money { return t.Amount }))
	}
	return t
}

// complaintChart draws what complaints are about.
func (b *book) complaintChart() reports.Chart {
	c := reports.Chart{Key: "complaint_reasons", Kind: reports.Bars, Value: reports.KindCount, Labels: true, Height: 12, Unit: "Complaints of 12 months by subject", Message: b.complaintMessage()}
	s := reports.Series{Name: "Complaints", Role: reports.Actual}
	for _, t := range b.reasonsOf() {
		c.Categories = append(c.Categories, named(t.Name))
		s.Values = append(s.Values, float64(t.Count))
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// complaintMessage names the subject most complaints are about.
func (b *book) complaintMessage() string {
	all, list := b.complaintCount(), b.r.Service.Reasons
	switch {
	case all == 0:
		return "Nobody complained in 12 months"
	case len(list) == 1 || all < b.enough():
		return fmt.Sprintf("%s in 12 months, most about “%s”", capital(reports.Plural(all, "complaint", "complaints")), named(list[0].Name))
	}
	return fmt.Sprintf("“%s” is the subject of %s of %s", named(list[0].Name), reports.Percent0Words(float64(list[0].Count)/float64(all)), reports.Plural(all, "complaint", "complaints"))
}
