package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// satisfaction shows how customers rate us, by channel and product.
func (b *book) satisfaction() reports.Page {
	var bands []reports.Band
	cells := b.cellRows()
	if len(cells) > 0 {
		bands = append(bands, reports.Band{b.matrix()})
	} else {
		b.lacks("Satisfaction, channel × product", "no answered survey names a product")
	}
	complaints := b.hasTickets()
	bands = append(bands,
		beside(b.answerChart(), when(complaints, b.complaintChart())),
		beside(b.answerTable(), when(complaints, b.complaintTable())),
		reports.Band{b.kindTables()}, b.channelBand(), reports.Band{b.mixTable(), b.originTable()})
	if b.followed() > 0 {
		bands = append(bands, reports.Band{b.outcomeTable()})
	} else {
		b.lacks("Satisfaction, what became of those who answered a year ago", "no customer active a year ago answered in the 12 months before that")
	}
	if t := b.cellTable(cells); len(t.Rows) > 0 {
		bands = append(bands, reports.Band{t})
	}
	return reports.Board{
		Head: reports.Head{
			Tab: "Satisfaction", Title: "Satisfaction",
			Question: "How satisfied are customers, with which channel and product, and does it show in risk?",
			Finding:  b.satisfactionFinding(),
			Note:     fmt.Sprintf("Fewer than %d answers are left blank, fewer than %d are indicative only. Intervals are 95 %%; of several comparisons in one table only those are called real that hold beside all others.", b.enough(), b.solid()),
		},
		Bands: bands,
	}
}

// satisfactionFinding gives the mean and the best answers, the channels that stand out,
// and whether answers go with risk.
func (b *book) satisfactionFinding() string {
	s := b.r.Satisfaction
	mean, ok := b.mean(s.Mean)
	if !ok {
		return fmt.Sprintf("%s in 12 months: too few to speak of a mean.", capital(reports.Plural(s.Mean.N, "customer answered", "customers answered")))
	}
	text := fmt.Sprintf("%s rate us %s of 5 on average", reports.Plural(s.Mean.N, "customer", "customers"), reports.DecimalWords(mean, 2))
	if top, ok := b.share(s.Top); ok {
		text += fmt.Sprintf(", %s with one of the two best answers", reports.Percent0Words(top))
	}
	if words := b.channelWords(); words != "" {
		text += "; " + words
	}
	if some := b.answersWithRisk(); len(some) > 1 {
		text += "; " + lower(answerMessage(some))
	}
	return text + "."
}

// channelWords names the channels rated higher or lower than the others. Those whose
// difference may be chance are not ranked.
func (b *book) channelWords() string {
	var apart []string
	for _, c := range b.r.Satisfaction.Channels {
		if c.Apart.Stands && !b.few(c) {
			apart = append(apart, fmt.Sprintf("%s is rated %s than the others (%s)", named(c.Channel), higherLower(c.Apart.By.Value.Float()), reports.DecimalWords(c.Mean.Mean.Value.Float(), 2)))
		}
	}
	switch {
	case len(b.r.Satisfaction.Channels) < 2:
		return ""
	case len(apart) == 0:
		return "no channel stands out beyond chance"
	}
	return strings.Join(first(apart, 2), ", ")
}

// channelBand sets channels beside the recommendation score, where it was asked.
func (b *book) channelBand() reports.Band {
	n := b.r.Satisfaction.NPS
	if n.Promoters+n.Passives+n.Detractors == 0 {
		return reports.Band{b.channelTable()}
	}
	return reports.Band{b.channelTable(), b.npsNotes()}
}

type cell = metrics.SatisfactionCell

// channelTable compares channels.
func (b *book) channelTable() reports.Table[cell] {
	return reports.Table[cell]{
		Title: "By channel", Key: "Channels", Rows: b.r.Satisfaction.Channels,
		Columns: append([]reports.Column[cell]{reports.Text("Channel", "Channel rated.", func(c cell) string { return named(c.Channel) }).Width(20)}, b.cellColumns()...),
	}
}

// few tells whether too few answers are behind a cell.
func (b *book) few(c cell) bool { return c.Mean.N < b.enough() || !c.Mean.Mean.Known }

func (b *book) interval(c cell) string {
	if b.few(c) || !c.Mean.Low.Known || !c.Mean.High.Known {
		return ""
	}
	return fmt.Sprintf("%s to %s", reports.DecimalWords(c.Mean.Low.Value.Float(), 2), reports.DecimalWords(c.Mean.High.Value.Float(), 2))
}
