package excel

import (
	"slices"

	"clientele/reports"
)

// dataHead is the top of the sheet that holds every number drawn.
var dataHead = reports.Head{
	Tab: "Chart data", Title: "Chart data", Question: "What are the exact numbers behind the charts?",
	Finding: "Every chart and small line reads from this sheet or from the row it stands in; nothing is hidden.",
}

// chartData is the sheet of numbers behind charts and small lines. Blocks stand below one another.
type chartData struct {
	s      *sheet
	row    int
	widest int
	open   string // heading of the block of small lines that can still be continued
}

func newChartData(b *book, tab string) *chartData {
	d := &chartData{s: b.sheet(tab), row: 7, widest: 6}
	d.s.view(false)
	d.s.heading(toldHead(b.wb.Tongue), 0, 0)
	d.s.back()
	return d
}

// refs are the cells a chart reads.
type refs struct {
	categories string
	series     []seriesRefs
}

type seriesRefs struct{ name, values, x string }

// chart writes the numbers of a chart: one line for each category, one column for each series.
func (d *chartData) chart(c reports.Chart, labelled []string, tab string) refs {
	n := 0
	for _, s := range c.Series {
		n = max(n, len(s.Values))
	}
	d.begin(tab+": "+c.Message, "")
	r := refs{categories: d.s.absolute(2, d.row+1, 2, d.row+n)}
	d.head(2, orElse(c.XTitle, d.s.wb.Tongue.Say("Category")), false)
	for i := range n {
		if i < len(c.Categories) {
			d.s.put(2, d.row+1+i, d.s.text(c.Categories[i]))
			d.s.height(d.row+1+i, labelHeight(d.s.text(c.Categories[i])))
		}
	}
	d.s.paint(2, d.row+1, 2, d.row+n, look{align: "left", bottom: hairline, wrap: true})
	col := 3
	if !slices.Equal(labelled, c.Categories) {
		r.categories = d.labels(labelled)
		col++
	}
	for _, s := range c.Series {
		sr := seriesRefs{}
		if c.Kind == reports.Scatter {
			sr.x = d.column(col, s.Name+", "+orElse(c.XTitle, "x"), s.X, nil, c.XValue)
			col++
		}
		sr.values = d.column(col, s.Name, s.Values, s.Gap, c.Value)
		sr.name = d.s.absolute(col, d.row, col, d.row)
		r.series = append(r.series, sr)
		col++
	}
	d.row += n + 2
	return r
}

// labelWidth is the width of the column of categories; longer ones run over several lines.
const labelWidth = 40.0

func labelHeight(text string) float64 {
	if n := lines(text, labelWidth-1, 10, false); n > 1 {
		return float64(n)*12.9 + 5
	}
	return rowHeight
}

// labels writes what the axis shows beside the categories and returns where it stands.
func (d *chartData) labels(labelled []string) string {
	d.head(3, d.s.wb.Tongue.Say("Axis label"), false)
	d.s.paint(3, d.row+1, 3, d.row+len(labelled), look{align: "left", bottom: hairline})
	for i, label := range labelled {
		d.s.put(3, d.row+1+i, d.s.text(label))
	}
	return d.s.absolute(3, d.row+1, 3, d.row+len(labelled))
}

// column writes one series below its head and returns where its numbers stand.
func (d *chartData) column(col int, head string, values []float64, gap func(int) bool, k reports.Kind) string {
	d.head(col, head, true)
	l := kindLook(numericKind(k), d.s.wb.Currency)
	l.bottom = hairline
	d.s.paint(col, d.row+1, col, d.row+len(values), l)
	for i, x := range values {
		if gap == nil || !gap(i) {
			d.s.number(col, d.row+1+i, numeric(reports.Value{Kind: reports.KindNumber2, Number: x}))
		}
	}
	return d.s.absolute(col, d.row+1, col, d.row+max(len(values), 1))
}

// numericKind is the kind in which numbers are shown here: in full and without arrows.
func numericKind(k reports.Kind) reports.Kind {
	if !k.Numeric() {
		return reports.KindNumber2
	}
	if k = labelKind(k); k == reports.KindMoneyK {
		return reports.KindMoney
	}
	return k
}

// begin opens a block below the last one.
func (d *chartData) begin(heading, key string) {
	if d.open != "" {
		d.row++ // the block of small lines ends without a gap
	}
	d.open = key
	d.s.section(2, d.row, heading)
	d.row++
}

func (d *chartData) head(col int, text string, right bool) {
	l := look{size: 9, bold: true, colour: muted, align: "left", valign: "bottom", wrap: true, bottom: ink, botStyle: 2}
	if right {
		l.align, l.indent = "right", 1
	}
	d.s.words(col, d.row, oneLine(d.s.text(text)), l)
	d.s.height(d.row, float64(lines(text, 14-1.9, 9, true))*12+6)
	d.widest = max(d.widest, col)
}

func (d *chartData) finish() {
	d.s.width(2, labelWidth)
	for col := 3; col <= d.widest; col++ {
		d.s.width(col, 14)
	}
	d.s.freeze(2, 5)
	d.s.print(paper{lastCol: d.widest, lastRow: max(d.row-1, 7), headRows: 5})
}
