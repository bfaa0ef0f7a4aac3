package pages

import (
	"math"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// pipelineColumns are what sales works with.
func pipelineColumns() []reports.Column[prospect] {
	c := prospectParts()
	return []reports.Column[prospect]{
		c.enquirer, c.territory, c.rep, c.stage, c.value.Bold().Bar(), c.score,
		c.expected, c.kind, c.interest, c.channel, c.first,
		reports.Count("Waiting, days", "Days since the first enquiry.", func(p prospect) int64 { return p.Waiting }).NoTotal(),
		reports.Number1If("First reply, hours", "Hours to the first answer; blank: not answered, or nobody wrote down when.", func(p prospect) (float64, bool) { return float(p.ReplyHours) }).NoTotal(),
		c.contact, c.enquiries,
		reports.Text("Has bought before", "Yes where the enquirer is a customer already.", func(p prospect) string { return yesNo(p.Buyer) }).NoTotal(),
		reports.Wrap("Next step", "What to do first.", prospectStep).Width(26).NoTotal(),
	}
}

// prospectColumns are what marketing works with.
func prospectColumns() []reports.Column[prospect] {
	c := prospectParts()
	return []reports.Column[prospect]{
		c.enquirer, c.score.Bold().Bar(), c.value, c.expected, c.kind,
		reports.Text("City", "City.", func(p prospect) string { return p.City }).NoTotal(),
		c.territory, c.interest, c.channel, c.enquiries, c.first,
		day("Last enquiry", "Day of the last of them.", func(p prospect) transform.Day { return p.Last }),
		c.stage,
		reports.Text("Would join", "Segment after a first order: New; of who bought before, their own.", func(p prospect) string { return p.Segment }).NoTotal(),
		reports.Text("Contact allowed", "May we contact them for marketing: Yes or Unknown.", func(p prospect) string { return capital(p.Consent) }).NoTotal(),
		reports.Wrap("Next contact", "What to write about.", nextContact).Width(30).NoTotal(),
	}
}

// parts are the columns both lists have.
type parts struct {
	enquirer, territory, rep, stage, value, score, expected, kind, interest, channel, first, contact, enquiries reports.Column[prospect]
}

func prospectParts() parts {
	return parts{
		enquirer:  reports.Text("Enquirer", "Who asked.", func(p prospect) string { return orElse(p.Name, "Name not given") }).Width(26),
		territory: reports.Text("Territory", "Sales territory.", func(p prospect) string { return p.Territory }).NoTotal(),
		rep:       reports.Text("Rep", "Who has it.", prospectRep).NoTotal(),
		stage:     reports.Text("Stage", "new, contacted or quoted.", func(p prospect) string { return capital(p.Stage) }).NoTotal(),
		value:     reports.MoneyIf("Value", "What the enquiry would be worth, as recorded.", func(p prospect) (Money, bool) { return known(p.Value) }).Sum(),
		score:     reports.CountIf(scoreHead, "Chance in 100 to be won, from decided enquiries of the same channel and interest.", score).NoTotal(),
		expected:  reports.MoneyIf(expectedHead, "Value times score.", func(p prospect) (Money, bool) { return known(p.Score) }).Sum(),
		kind:      reports.Text("Business type", "Kind of business or customer group.", func(p prospect) string { return p.Type }).NoTotal(),
		interest:  reports.Text("Interest", "What they asked for.", func(p prospect) string { return orElse(p.Interest, p.Product) }).NoTotal(),
		channel:   reports.Text("Channel", "How they asked.", func(p prospect) string { return p.Channel }).NoTotal(),
		first:     day("First enquiry", "Day of the first of them.", func(p prospect) transform.Day { return p.First }),
		contact:   day("Last contact", "Last activity or answer recorded.", func(p prospect) transform.Day { return p.LastContact }),
		enquiries: reports.Count("Enquiries", "Open enquiries of the same enquirer about the same thing.", func(p prospect) int64 { return p.Enquiries }).Sum(),
	}
}

// prospectRep is who has an enquiry; of one outside the scope that is not told.
func prospectRep(p prospect) string {
	if p.Elsewhere {
		return "Another rep"
	}
	return p.Rep
}

func day(head, help string, at func(prospect) transform.Day) reports.Column[prospect] {
	return reports.Date(head, help, func(p prospect) time.Time { return at(p).Time() }).NoTotal()
}

// score is the chance to be won in whole points of 100.
func score(p prospect) (int64, bool) {
	return int64(math.Round(100 * p.Chance.Value.Float())), p.Chance.Known
}

// nextContact says what marketing can do next.
func nextContact(p prospect) string {
	switch {
	case p.Unanswered > 0:
		return "Sales answers first"
	case p.Consent != extract.ConsentGiven:
		return "Ask whether we may write"
	case p.Buyer:
		return "Mention it in the next mailing"
	}
	return "Send the offer asked for"
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
