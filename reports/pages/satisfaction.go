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
		text += fmt.Sprintf("; %s of those asked answered", reports.Percent0Words(share))
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

// npsNotes says how many would recommend us.
func (b *book) npsNotes() reports.Notes {
	n := b.r.Satisfaction.NPS
	all := n.Promoters + n.Passives + n.Detractors
	notes := reports.Notes{Title: "Would they recommend us?"}
	if all < b.enough() || !n.Score.Known {
		notes.Lines = []string{fmt.Sprintf("%s: too few to show a recommendation score.", reports.Plural(all, "answer", "answers"))}
		return notes
	}
	notes.Lines = []string{
		fmt.Sprintf("Recommendation score %s (95 %% interval %s to %s): %s, %s and %s.",
			points(n.Score), points(n.Low), points(n.High), reports.Plural(n.Promoters, "promoter", "promoters"), reports.Plural(n.Passives, "passive", "passives"), reports.Plural(n.Detractors, "detractor", "detractors")),
		"Score = promoters less detractors, % of answers.",
	}
	return notes
}

func points(x rate) string { return reports.DecimalWords(x.Value.Float(), 0) }

// answerTable joins the last answer to risk and revenue.
func (b *book) answerTable() reports.Table[metrics.AnswerRisk] {
	type a = metrics.AnswerRisk
	return reports.Table[a]{
		Title: "Risk by last answer", Key: "AnswerRisk", Rows: b.r.Satisfaction.ByAnswer,
		Columns: []reports.Column[a]{
			reports.Text("Answer", "Last answer, rounded, 5 the best.", func(x a) string { return fmt.Sprintf("%d of 5", x.Score) }).Width(20),
			reports.Count("Customers", "Customers with this answer.", func(x a) int64 { return x.Customers }),
			reports.Percent0If("Risk of leaving", "Mean chance of no order within the next "+b.horizon()+".", func(x a) (float64, bool) { return b.mean(x.Risk) }).Bold(),
			scaled(b, "Revenue", "Net revenue of 12 months.", func(x a) Money { return x.Revenue }),
			scaled(b, "Revenue at risk", "Risk times revenue of those at risk.", func(x a) Money { return x.AtRisk }),
		},
	}
}

// answerChart draws risk by answer.
func (b *book) answerChart() reports.Chart {
	c := reports.Chart{Key: "risk_by_answer", Kind: reports.Columns, Value: reports.KindPercent0, Labels: true, Unit: "Mean risk of leaving by last answer, %"}
	s := reports.Series{Name: "Risk", Role: reports.Actual}
	var some []metrics.AnswerRisk
	for _, x := range b.r.Satisfaction.ByAnswer {
		m, ok := b.mean(x.Risk)
		c.Categories = append(c.Categories, fmt.Sprintf("%d of 5", x.Score))
		s.Values, s.Missing = append(s.Values, m), append(s.Missing, !ok)
		if ok {
			some = append(some, x)
		}
	}
	c.Message = "Too few answers to compare their risk"
	if len(some) > 1 {
		c.Message = answerMessage(some)
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// answerMessage compares the lowest and the highest answer with enough customers.
func answerMessage(some []metrics.AnswerRisk) string {
	low, high := some[0], some[0]
	for _, x := range some {
		if x.Score < low.Score {
			low = x
		}
		if x.Score > high.Score {
			high = x
		}
	}
	return fmt.Sprintf("Customers who answer %d have a risk of %s, those who answer %d of %s", low.Score,
		reports.Percent0Words(low.Risk.Mean.Value.Float()), high.Score, reports.Percent0Words(high.Risk.Mean.Value.Float()))
}

// complaintTable counts what complaints are about.
func (b *book) complaintTable() reports.Table[metrics.Tally] {
	return reports.Table[metrics.Tally]{
		Title: "What complaints are about", Key: "ComplaintReasons", Rows: first(b.r.Service.Reasons, mostGroups), Of: len(b.r.Service.Reasons),
		Columns: []reports.Column[metrics.Tally]{
			reports.Text("Subject", "What the complaint says.", func(t metrics.Tally) string { return named(t.Name) }).Width(40),
			reports.Count("Complaints", "Complaints of 12 months.", func(t metrics.Tally) int64 { return t.Count }).Bold(),
		},
	}
}
