package pages

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// mostProspects is how many open enquiries are listed.
const mostProspects = 250

type prospect = metrics.Prospect

// pipeline lists open enquiries for sales, unanswered ones first, then by what they
// are expected to bring.
func (b *book) pipeline() reports.Page {
	all := b.r.Prospects.Rows
	return reports.List[prospect]{
		Head: reports.Head{
			Tab: "Pipeline", Title: "Pipeline", Question: "Which enquiries wait, and are there enough of them?", Finding: b.pipelineFinding(),
		},
		Table: reports.Table[prospect]{
			Key: "Pipeline", Columns: b.weighed(pipelineColumns()), Rows: first(all, mostProspects), Of: len(all), Totals: []prospect{allProspects(all)}, Note: b.pipelineNote(),
		},
	}
}

// prospects lists them for marketing, without who refused to be contacted.
func (b *book) prospects() reports.Page {
	all := contactable(b.r.Prospects.Rows)
	slices.SortStableFunc(all, func(x, y prospect) int {
		return cmp.Or(cmp.Compare(y.Chance.Value, x.Chance.Value), cmp.Compare(y.Score.Value, x.Score.Value))
	})
	note := ""
	if left := len(b.r.Prospects.Rows) - len(all); left > 0 {
		note = fmt.Sprintf("Left out: %s of enquirers who refused to be contacted.", reports.Plural(left, "row", "rows"))
	}
	return reports.List[prospect]{
		Head: reports.Head{
			Tab: "Prospects", Title: "Prospects", Question: "Who asked for something and has not bought it, and who is most likely to?", Finding: prospectFinding(all, b),
		},
		Table: reports.Table[prospect]{
			Key: "Prospects", Columns: b.weighed(prospectColumns()), Rows: first(all, mostProspects), Of: len(all), Totals: []prospect{allProspects(all)},
			Note: note,
		},
	}
}

// scored reports whether enquiries have a chance to be won.
func (b *book) scored() bool {
	return slices.ContainsFunc(b.r.Prospects.Rows, func(p prospect) bool { return p.Chance.Known })
}

// weighed leaves out what nobody knows of any enquiry: chances while too few were
// decided, territories where there are none.
func (b *book) weighed(cols []reports.Column[prospect]) []reports.Column[prospect] {
	if !b.scored() {
		cols = slices.DeleteFunc(cols, func(c reports.Column[prospect]) bool {
			return c.Head().Text == scoreHead || c.Head().Text == expectedHead
		})
	}
	if slices.ContainsFunc(b.r.Prospects.Rows, func(p prospect) bool { return p.Territory != "" }) {
		return cols
	}
	return placed(b, cols)
}

// The heads of what is expected of enquiries.
const (
	scoreHead    = "Score, 0–100"
	expectedHead = "Expected value"
)

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

// pipelineFinding says how many wait, what they are worth, whether that closes the
// gap to the target, and how fast enquiries turn into orders.
func (b *book) pipelineFinding() string {
	p := b.r.Prospects
	text := capital(reports.Plural(p.Open, "enquiry is", "enquiries are")) + " open"
	if p.Value.Known {
		text += ", worth " + b.money(p.Value.Value)
	}
	text += fmt.Sprintf("; %s no reply", reports.Plural(p.Unanswered, "has had", "have had"))
	text += b.gapWords()
	if p.Won.Of >= b.enough() {
		share, _ := float(p.Won.Share())
		text += fmt.Sprintf("; %s of decided ones are won", reports.Percent0Words(share))
	}
	if p.Days.Known && p.Days.Value >= 0 {
		text += fmt.Sprintf("; the median takes %s to an order", reports.Plural(int64(math.Round(p.Days.Value.Float())), "day", "days"))
	}
	return text + "."
}

// gapWords sets what open enquiries are expected to bring beside what revenue of 12
// months lacks of its target.
func (b *book) gapWords() string {
	o, p := b.r.Overview, b.r.Prospects
	if !p.Expected.Known {
		return ""
	}
	text := "; they are expected to bring " + b.money(p.Expected.Value)
	gap := o.Target.Value - o.Revenue.Company()
	switch x, ok := of(p.Expected.Value, gap); {
	case !o.Target.Known:
		return text
	case ok:
		return text + fmt.Sprintf(", %s of the %s that 12 months lack of target", reports.Percent0Words(x), b.money(gap))
	}
	return text + " on top of a target that is met"
}

// pipelineNote says how fast enquiries are answered.
func (b *book) pipelineNote() string {
	p := b.r.Prospects
	note := "Score: chance in 100 to be won, from decided enquiries of the same channel and interest, drawn towards the channel and all where few were decided. Expected value = value × score. Unanswered first, then by expected value."
	if !b.scored() {
		note = "Too few enquiries were ever won or lost to say how likely one is won. Unanswered first, then by value."
	}
	if p.FirstReply.Known {
		note += fmt.Sprintf(" Enquiries of 12 months: median to the first answer %s", hours(p.FirstReply.Value.Float()))
		if p.SlowReply.Known {
			note += ", nine of ten within " + hours(p.SlowReply.Value.Float())
		}
		if x, ok := b.share(p.WithinDay); ok {
			note += fmt.Sprintf(", %s within a day", reports.Percent0Words(x))
		}
		if x, ok := b.share(p.Never); ok {
			note += fmt.Sprintf("; %s never answered", reports.Percent0Words(x))
		}
		note += "."
	}
	return note
}

// hours writes a time in hours, in days from two days on.
func hours(x float64) string {
	if x < 48 {
		return reports.DecimalWords(x, 1) + " hours"
	}
	return reports.DecimalWords(x/24, 1) + " days"
}

// prospectFinding says how many may be contacted and what they are worth.
func prospectFinding(all []prospect, b *book) string {
	sum := allProspects(all)
	text := capital(reports.Plural(sum.Enquiries, "open enquiry", "open enquiries")) + " of who may be contacted or has not said"
	if sum.Value.Known {
		text += ", worth " + b.money(sum.Value.Value)
	}
	if sum.Score.Known {
		text += fmt.Sprintf("; expected to bring %s", b.money(sum.Score.Value))
	}
	return text + "."
}

// pipelineColumns are what sales works with.
func pipelineColumns() []reports.Column[prospect] {
	c := prospectParts()
	return []reports.Column[prospect]{
		c.enquirer, c.territory, c.rep, c.stage, c.value.Bar(), c.score,
		reports.MoneyIf(expectedHead, "Value times score.", func(p prospect) (Money, bool) { return known(p.Score) }).Bold().Sum(),
		c.kind, c.interest, c.channel, c.first,
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
		c.enquirer, c.score.Bold().Bar(), c.value, c.kind,
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
	enquirer, territory, rep, stage, value, score, kind, interest, channel, first, contact, enquiries reports.Column[prospect]
}

func prospectParts() parts {
	return parts{
		enquirer:  reports.Text("Enquirer", "Who asked.", func(p prospect) string { return orElse(p.Name, "Name not given") }).Width(26),
		territory: reports.Text("Territory", "Sales territory.", func(p prospect) string { return p.Territory }).NoTotal(),
		rep:       reports.Text("Rep", "Who has it.", func(p prospect) string { return p.Rep }).NoTotal(),
		stage:     reports.Text("Stage", "new, contacted or quoted.", func(p prospect) string { return capital(p.Stage) }).NoTotal(),
		value:     reports.MoneyIf("Value", "What the enquiry would be worth, as recorded.", func(p prospect) (Money, bool) { return known(p.Value) }).Sum(),
		score:     reports.CountIf(scoreHead, "Chance in 100 to be won, from decided enquiries of the same channel and interest.", score).NoTotal(),
		kind:      reports.Text("Business type", "Kind of business or customer group.", func(p prospect) string { return p.Type }).NoTotal(),
		interest:  reports.Text("Interest", "What they asked for.", func(p prospect) string { return orElse(p.Interest, p.Product) }).NoTotal(),
		channel:   reports.Text("Channel", "How they asked.", func(p prospect) string { return p.Channel }).NoTotal(),
		first:     day("First enquiry", "Day of the first of them.", func(p prospect) transform.Day { return p.First }),
		contact:   day("Last contact", "Last activity or answer recorded.", func(p prospect) transform.Day { return p.LastContact }),
		enquiries: reports.Count("Enquiries", "Open enquiries of the same enquirer about the same thing.", func(p prospect) int64 { return p.Enquiries }).Sum(),
	}
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
		return "Mention it in the next mailing to their type"
	}
	return "Send an offer for " + orElse(orElse(p.Interest, p.Product), "what they asked for")
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
