package pages

import (
	"fmt"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// mostProspects is how many open enquiries are listed.
const mostProspects = 250

type prospect = metrics.Prospect

// prospects lists open enquiries, unanswered ones first. Marketing is shown only
// who has not refused to be contacted.
func (b *book) prospects(tab string) reports.Page {
	all := b.r.Prospects.Rows
	note := ""
	if tab == "Prospects" {
		all = contactable(all)
		note = fmt.Sprintf("Left out: %s who refused to be contacted.", reports.Plural(len(b.r.Prospects.Rows)-len(all), "enquirer", "enquirers"))
	}
	rows := first(all, mostProspects)
	return reports.List[prospect]{
		Head: reports.Head{
			Tab: tab, Title: tab, Question: "Which enquiries wait, and what are they worth?", Finding: b.prospectFinding(),
		},
		Table: reports.Table[prospect]{Key: tab, Columns: b.prospectColumns(), Rows: rows, Of: len(all), Totals: []prospect{allProspects(all)}, Note: note},
	}
}

func contactable(all []prospect) []prospect {
	var out []prospect
	for _, p := range all {
		if p.Consent != extract.ConsentRefused {
			out = append(out, p)
		}
	}
	return out
}

func allProspects(rows []prospect) prospect {
	all := prospect{Name: "All open enquiries"}
	for _, p := range rows {
		all.Value, all.Score = both(all.Value, p.Value), both(all.Score, p.Score)
		all.Enquiries += p.Enquiries
	}
	return all
}

// prospectFinding says how many wait, what they are worth, and how fast enquiries
// turn into orders.
func (b *book) prospectFinding() string {
	p := b.r.Prospects
	text := capital(reports.Plural(p.Open, "enquiry is", "enquiries are")) + " open"
	if p.Value.Known {
		text += ", worth " + b.money(p.Value.Value)
	}
	text += fmt.Sprintf("; %s no reply", reports.Plural(p.Unanswered, "has had", "have had"))
	if p.Won.Of >= b.enough() {
		share, _ := float(p.Won.Share())
		text += fmt.Sprintf("; %s of decided ones are won", reports.Percent0Words(share))
	}
	if p.Days.Known && p.Days.Value >= 0 {
		text += fmt.Sprintf(", the median takes %s days to an order", reports.DecimalWords(p.Days.Value.Float(), 0))
	}
	return text + "."
}

func (b *book) prospectColumns() []reports.Column[prospect] {
	day := func(head, help string, at func(prospect) transform.Day) reports.Column[prospect] {
		return reports.Date(head, help, func(p prospect) time.Time { return at(p).Time() }).NoTotal()
	}
	return []reports.Column[prospect]{
		reports.Text("Enquirer", "Who asked.", func(p prospect) string { return orElse(p.Name, "Name not given") }).Width(26),
		reports.Text("Stage", "new, contacted or quoted.", func(p prospect) string { return capital(p.Stage) }).NoTotal(),
		reports.MoneyIf("Expected value", "Value times the share won of the channel's decided enquiries.", func(p prospect) (Money, bool) { return known(p.Score) }).Bold().Bar().Sum(),
		reports.MoneyIf("Value", "What the enquiry would be worth, as recorded.", func(p prospect) (Money, bool) { return known(p.Value) }).Sum(),
		reports.Text("Interest", "What they asked for.", func(p prospect) string { return orElse(p.Interest, p.Product) }).NoTotal(),
		reports.Text("Channel", "How they asked.", func(p prospect) string { return p.Channel }).NoTotal(),
		reports.Text("Business type", "Kind of business or customer group.", func(p prospect) string { return p.Type }).NoTotal(),
		reports.Text("City", "City.", func(p prospect) string { return p.City }).NoTotal(),
		reports.Text("Territory", "Sales territory.", func(p prospect) string { return p.Territory }).NoTotal(),
		reports.Text("Rep", "Who has it.", func(p prospect) string { return p.Rep }).NoTotal(),
		reports.Count("Enquiries", "Open enquiries of the same enquirer about the same thing.", func(p prospect) int64 { return p.Enquiries }).Sum(),
		day("First enquiry", "Day of the first of them.", func(p prospect) transform.Day { return p.First }),
		day("Last enquiry", "Day of the last of them.", func(p prospect) transform.Day { return p.Last }),
		day("Last contact", "Last activity or answer recorded.", func(p prospect) transform.Day { return p.LastContact }),
		reports.Count("Waiting, days", "Days since the first enquiry.", func(p prospect) int64 { return p.Waiting }).NoTotal(),
		reports.Number1If("First reply, hours", "Hours to the first answer; blank: not answered.", func(p prospect) (float64, bool) { return float(p.ReplyHours) }).NoTotal(),
		reports.Text("Has bought before", "Yes where the enquirer is a customer already.", func(p prospect) string { return yesNo(p.Buyer) }).NoTotal(),
		reports.Text("Contact allowed", "May we contact them for marketing.", func(p prospect) string { return capital(p.Consent) }).BadWords("No").NoTotal(),
		reports.Wrap("Next step", "What to do first.", prospectStep).Width(26).NoTotal(),
	}
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func prospectStep(p prospect) string {
	switch {
	case p.Unanswered > 0:
		return "Answer today"
	case p.Stage == extract.StageQuoted:
		return "Follow up the quote"
	}
	return "Make an offer"
}
