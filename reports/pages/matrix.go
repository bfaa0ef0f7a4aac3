package pages

import (
	"slices"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// matrixRow is one channel, or all of them, with its answers by product.
type matrixRow struct {
	channel string
	cells   map[string]metrics.Mean
	all     metrics.Mean
}

// matrix is channel × product category, shaded around the mean.
func (b *book) matrix() reports.Table[matrixRow] {
	rows, names := b.matrixRows()
	cols := []reports.Column[matrixRow]{reports.Text("Channel", "Channel rated.", func(r matrixRow) string { return r.channel }).Width(20)}
	for _, n := range first(names, mostGroups) {
		cols = append(cols, reports.Number1If(named(n), "Mean answer about this product category; blank: too few answers.",
			func(r matrixRow) (float64, bool) { return b.mean(r.cells[n]) }).Shade(reports.HeatMean))
	}
	cols = append(cols,
		reports.Number2If("All products", "Mean answer about all of them; blank: too few answers.", func(r matrixRow) (float64, bool) { return b.mean(r.all) }).Bold(),
		reports.Count("Answers", "Customers who rated the channel, each with their last answer.", func(r matrixRow) int64 { return r.all.N }))
	return reports.Table[matrixRow]{
		Title: "Channel × product, mean answer 1–5", Key: "Matrix", Columns: cols, Rows: rows,
		Totals: []matrixRow{{"All channels", b.anyChannel(), b.r.Satisfaction.Mean}}, Note: b.matrixNote(),
	}
}

func (b *book) matrixNote() string {
	return "One answer for each customer, the last of 12 months. Blank: fewer than " + reports.Thousands(b.enough()) + " answers. Colour follows the number: rust below the mean, blue-green above. Who rated a product by several channels counts in each; in all products each customer counts once."
}

// anyChannel is the mean of each product's answers, whatever the channel.
func (b *book) anyChannel() map[string]metrics.Mean {
	out := map[string]metrics.Mean{}
	for _, c := range b.r.Satisfaction.Cells {
		if was := out[c.Product]; c.Mean.Mean.Known {
			n := was.N + c.Mean.N
			sum := int64(was.Mean.Value)*was.N + int64(c.Mean.Mean.Value)*c.Mean.N
			out[c.Product] = metrics.Mean{N: n, Mean: extract.Some(extract.Decimal(sum / max(1, n)))}
		}
	}
	return out
}

func (b *book) matrixRows() (rows []matrixRow, names []string) {
	for _, c := range b.r.Satisfaction.Channels {
		rows = append(rows, matrixRow{named(c.Channel), map[string]metrics.Mean{}, c.Mean})
		for _, x := range b.r.Satisfaction.Cells {
			if x.Channel != c.Channel {
				continue
			}
			rows[len(rows)-1].cells[x.Product] = x.Mean
			if !slices.Contains(names, x.Product) {
				names = append(names, x.Product)
			}
		}
	}
	slices.Sort(names)
	if i := slices.Index(names, ""); i == 0 { // what names no product closes the row
		names = append(names[1:], "")
	}
	return rows, names
}
