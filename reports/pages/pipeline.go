package pages

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"clientele/reports"
)

// pipeline lists open enquiries for sales, unanswered ones first, then by value.
func (b *book) pipeline() reports.Page {
	all := b.piped()
	rows := capped(b, all, mostProspects)
	return reports.List[prospect]{
		Head: reports.Head{
			Tab: "Pipeline", Title: "Pipeline", Question: "Which enquiries wait, and are there enough of them?", Finding: b.pipelineFinding(),
		},
		Table: reports.Table[prospect]{
			Key: "Pipeline", Columns: b.weighed(pipelineColumns()), Rows: rows, Of: len(all), Totals: []prospect{allProspects(all)}, Note: b.cutNote(b.pipelineNote(), len(rows), len(all)),
		},
	}
}

// piped are the open enquiries as they stand on the sheet.
func (b *book) piped() []prospect {
	all := slices.Clone(b.r.Prospects.Rows)
	slices.SortStableFunc(all, func(x, y prospect) int {
		return cmp.Or(cmp.Compare(min(y.Unanswered, 1), min(x.Unanswered, 1)), cmp.Compare(y.Value.Value, x.Value.Value))
	})
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
	return text + b.paceWords() + "."
}

// paceWords says how long enquiries take to an order: the median of all, or, where not
// even half of them led to one, of those that did.
func (b *book) paceWords() string {
	p := b.r.Prospects
	days := func(d rate) string { return reports.Plural(int64(math.Round(d.Value.Float())), "day", "days") }
	switch {
	case p.Days.Known && p.Days.Value >= 0:
		return "; the median takes " + days(p.Days) + " to an order"
	case p.OrderDays.Known:
		return "; those that led to an order took a median of " + days(p.OrderDays)
	}
	return ""
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
	note := "Score: chance in 100 to be won, from decided enquiries of the same channel and interest, drawn towards the channel and all where few were decided. Expected value = value × score. Unanswered first, then by value."
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
