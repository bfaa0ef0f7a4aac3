package pages

import (
	"fmt"
	"slices"

	"clientele/reports"
	"clientele/transform/metrics"
)

// satisfaction shows how customers rate us, by channel and product.
func (b *book) satisfaction() reports.Page {
	bands := []reports.Band{
		b.channelBand(),
		{b.matrix()},
		{b.answerTable(), b.answerChart()},
	}
	if b.hasTickets() {
		bands = append(bands, reports.Band{b.complaintTable()})
	}
	return reports.Board{
		Head: reports.Head{
			Tab: "Satisfaction", Title: "Satisfaction",
			Question: "How satisfied are customers, with which channel and product, and does it show in risk?",
			Finding:  b.satisfactionFinding(),
			Note:     fmt.Sprintf("One answer for each customer, the last of 12 months. Fewer than %d answers are left blank. Intervals are 95 %%.", b.enough()),
		},
		Bands: bands,
	}
}

// satisfactionFinding gives mean, top two and how many answered.
func (b *book) satisfactionFinding() string {
	s := b.r.Satisfaction
	mean, ok := b.mean(s.Mean)
	if !ok {
		return fmt.Sprintf("%s in 12 months: too few to speak of a mean.", capital(reports.Plural(s.Mean.N, "customer answered", "customers answered")))
	}
	text := fmt.Sprintf("%s rate us %s of 5 on average", reports.Plural(s.Mean.N, "customer", "customers"), reports.DecimalWords(mean, 2))
	if top, ok := b.share(s.Top); ok {
		text += fmt.Sprintf("; %s gave one of the two best answers", reports.Percent0Words(top))
	}
	if share, ok := b.share(s.Answered); ok {
		text += fmt.Sprintf("; %s of all invitations were answered", reports.Percent0Words(share))
	}
	return text + "."
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
		Columns: []reports.Column[cell]{
			reports.Text("Channel", "Channel rated.", func(c cell) string { return named(c.Channel) }).Width(20),
			reports.Count("Answers", "Customers who rated it.", func(c cell) int64 { return c.Mean.N }),
			reports.Number2("Mean, 1–5", "Mean answer, 5 the best.", func(c cell) float64 { return c.Mean.Mean.Value.Float() }).Bold().Blank(b.few),
			reports.Text("95 % interval", "Where the true mean lies with 95 % chance.", b.interval),
			reports.Percent0If("Best two of five", "Share of the two best answers.", func(c cell) (float64, bool) { return b.share(c.Top) }),
		},
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

// matrixRow is one channel with its answers by product.
type matrixRow struct {
	channel string
	cells   map[string]cell
}

// matrix is channel × product category, shaded around the mean.
func (b *book) matrix() reports.Table[matrixRow] {
	var rows []matrixRow
	var names []string
	for _, c := range b.r.Satisfaction.Cells {
		if len(rows) == 0 || rows[len(rows)-1].channel != c.Channel {
			rows = append(rows, matrixRow{c.Channel, map[string]cell{}})
		}
		rows[len(rows)-1].cells[c.Product] = c
		if !slices.Contains(names, c.Product) {
			names = append(names, c.Product)
		}
	}
	slices.Sort(names)
	cols := []reports.Column[matrixRow]{reports.Text("Channel", "Channel rated.", func(r matrixRow) string { return named(r.channel) }).Width(20)}
	for _, n := range first(names, mostGroups) {
		cols = append(cols, reports.Number1If(named(n), "Mean answer about this product category; blank: too few answers.",
			func(r matrixRow) (float64, bool) { return b.mean(r.cells[n].Mean) }).Shade(reports.HeatMean))
	}
	return reports.Table[matrixRow]{Title: "Channel × product, mean answer 1–5", Key: "Matrix", Columns: cols, Rows: rows}
}
