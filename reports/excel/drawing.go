package excel

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"clientele/reports"
)

// drawing writes a chart part: ISO/IEC 29500-1, part "DrawingML charts". Elements stand in the order the schema
// demands, and every reference carries its numbers, for readers that draw without calculating.
type drawing struct {
	reports.Chart
	refs     refs
	labelled []string // categories as the axis shows them
	currency string
	language string
	width    int // pixels
}

const chartSpaces = `xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

func (d drawing) xml() []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n<c:chartSpace " + chartSpaces + ">")
	b.WriteString(val("date1904", 0) + `<c:lang val="` + escaped(d.language) + `"/>` + val("roundedCorners", 0))
	b.WriteString("<c:chart>" + val("autoTitleDeleted", 1) + "<c:plotArea>" + d.plotLayout())
	if d.Kind == reports.Scatter {
		b.WriteString(d.scatter() + d.valueAxis(axisX) + d.valueAxis(axisY))
	} else {
		b.WriteString(d.groups() + d.categoryAxis() + d.valueAxis(axisY))
	}
	b.WriteString(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>` + d.legend())
	b.WriteString(val("plotVisOnly", 0) + `<c:dispBlanksAs val="gap"/></c:chart>`)
	b.WriteString(`<c:spPr>` + fill(white) + `<a:ln><a:noFill/></a:ln></c:spPr>` + d.textStyle(muted, false) + "</c:chartSpace>")
	return []byte(b.String())
}

// Numbers of the axes.
const (
	axisX = 111_111_111
	axisY = 222_222_222
)

// groups are the bars and lines over categories. Lines among upright bars are targets and guides.
func (d drawing) groups() string {
	bars, lines := d.split()
	out := ""
	if len(bars) > 0 {
		out += d.bars(bars)
	}
	if len(lines) > 0 {
		out += `<c:lineChart><c:grouping val="standard"/>` + val("varyColors", 0)
		for _, i := range lines {
			out += d.line(i)
		}
		out += val("marker", 1) + axes() + "</c:lineChart>"
	}
	return out
}

func (d drawing) split() (bars, lines []int) {
	for i, s := range d.Series {
		if d.Kind == reports.Line || d.Kind == reports.Columns && (s.Role == reports.Target || s.Role == reports.Guide) {
			lines = append(lines, i)
		} else {
			bars = append(bars, i)
		}
	}
	return bars, lines
}

func (d drawing) bars(series []int) string {
	dir, grouping, gap, overlap := "col", "clustered", 40, 0
	if d.Kind != reports.Columns {
		dir, gap = "bar", 45
	}
	if d.Kind == reports.StackedBars {
		grouping, overlap = "stacked", 100
	}
	if len(series) == 1 {
		gap = 60
	}
	out := fmt.Sprintf(`<c:barChart><c:barDir val="%s"/><c:grouping val="%s"/>`, dir, grouping) + val("varyColors", 0)
	for _, i := range series {
		out += d.bar(i)
	}
	return out + val("gapWidth", gap) + val("overlap", overlap) + axes() + "</c:barChart>"
}

func (d drawing) scatter() string {
	out := `<c:scatterChart><c:scatterStyle val="lineMarker"/>` + val("varyColors", 0)
	for i := range d.Series {
		out += d.curve(i)
	}
	return out + axes() + "</c:scatterChart>"
}

func axes() string { return val("axId", axisX) + val("axId", axisY) }

// plotLayout leaves room right of lines for their names; otherwise the application decides.
func (d drawing) plotLayout() string {
	if !d.EndLabels || d.Kind != reports.Line {
		return "<c:layout/>"
	}
	longest := 0.0
	for _, s := range d.Series {
		longest = max(longest, textWidth(s.Name, 9, true)*pixelsAChar+16)
	}
	w := 0.93 - min(longest/float64(d.width), 0.35)
	return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>` +
		fmt.Sprintf(`<c:x val="0.07"/><c:y val="0.05"/><c:w val="%.3f"/><c:h val="0.82"/>`, w) + `</c:manualLayout></c:layout>`
}

// legend is there only where names cannot stand at the marks.
func (d drawing) legend() string {
	if len(d.Series) < 3 || d.EndLabels {
		return ""
	}
	return `<c:legend><c:legendPos val="b"/>` + val("overlay", 0) + d.textStyle(muted, false) + `</c:legend>`
}

// extremes of everything drawn against the value axis.
func (d drawing) extremes() (lo, hi float64) {
	for i := range d.points() {
		sum := 0.0
		for _, s := range d.Series {
			if s.Gap(i) {
				continue
			}
			sum += max(s.Values[i], 0)
			lo, hi = min(lo, s.Values[i]), max(hi, s.Values[i])
		}
		if d.Kind == reports.StackedBars {
			hi = max(hi, sum)
		}
	}
	return lo, hi
}

func (d drawing) points() int {
	n := 0
	for _, s := range d.Series {
		n = max(n, len(s.Values))
	}
	return n
}

func val(name string, n int) string { return fmt.Sprintf(`<c:%s val="%d"/>`, name, n) }

func fill(colour string) string {
	return `<a:solidFill><a:srgbClr val="` + colour + `"/></a:solidFill>`
}

// textStyle is how words of a chart are written, and the language in which they are read aloud.
func (d drawing) textStyle(colour string, bold bool) string {
	return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>` + runStyle("a:defRPr", colour, bold) + `</a:pPr><a:endParaRPr lang="` + escaped(d.language) + `"/></a:p></c:txPr>`
}

func runStyle(element, colour string, bold bool) string {
	b := 0
	if bold {
		b = 1
	}
	return fmt.Sprintf(`<%s sz="900" b="%d">%s<a:latin typeface="%s"/></%s>`, element, b, fill(colour), font, element)
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escaped(s string) string { return escape.Replace(clean(s)) }

func decimal(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return ""
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}
