package excel

import (
	"fmt"
	"math"
	"strings"

	"clientele/reports"
)

// lying tells whether bars run from left to right.
func (d drawing) lying() bool { return d.Kind == reports.Bars || d.Kind == reports.StackedBars }

// categoryAxis: axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses
// auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl.
func (d drawing) categoryAxis() string {
	orientation, pos := "minMax", "b"
	if d.lying() {
		orientation, pos = "maxMin", "l" // the first category stands on top
	}
	labels := "nextTo"
	if lo, _ := d.extremes(); lo < 0 {
		labels = "low" // not among bars that point the other way
	}
	style := d.textStyle(muted, false)
	if d.points() <= shortAxis {
		style = level(style)
	}
	return "<c:catAx>" + val("axId", axisX) + `<c:scaling><c:orientation val="` + orientation + `"/></c:scaling>` + val("delete", 0) +
		`<c:axPos val="` + pos + `"/><c:numFmt formatCode="General" sourceLinked="0"/>` + ticks(labels) + axisLine(hairline) + style +
		val("crossAx", axisY) + `<c:crosses val="autoZero"/>` + val("auto", 0) + `<c:lblAlgn val="ctr"/>` + val("lblOffset", 100) + val("tickLblSkip", 1) + val("noMultiLvlLbl", 1) + "</c:catAx>"
}

// shortAxis is the number of categories up to which labels may be broken into lines.
const shortAxis = 8

// level keeps the text of an axis from being turned, and lets it break into lines instead.
func level(style string) string {
	return strings.Replace(style, "<a:bodyPr/>", `<a:bodyPr rot="0" vert="horz"/>`, 1)
}

// axisLabels are the categories as the axis shows them: all, or as many as can be read side by side, the last one
// always. The rest is blank, because not every application can leave labels out by itself.
func axisLabels(c reports.Chart, width int) []string {
	n := len(c.Categories)
	step := labelStep(c, width)
	if step == 1 {
		return c.Categories
	}
	out := make([]string, n)
	for i := n - 1; i >= 0; i -= step {
		out[i] = c.Categories[i]
	}
	return out
}

func labelStep(c reports.Chart, width int) int {
	n := len(c.Categories)
	if c.Kind == reports.Bars || c.Kind == reports.StackedBars || c.Kind == reports.Scatter || n <= shortAxis {
		return 1
	}
	widest := 0.0
	for _, s := range c.Categories {
		widest = max(widest, textWidth(s, 9, false)*pixelsAChar+8)
	}
	return max(1, int(math.Ceil(widest/(float64(width)*0.85/float64(n)))))
}

// valueAxis: axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr
// txPr crossAx crosses crossBetween.
func (d drawing) valueAxis(id int) string {
	kind, pos, cross, hidden := d.Value, "l", axisX, 0
	if d.Labels {
		hidden = 1
	}
	if d.lying() {
		pos = "b"
	}
	if id == axisX {
		kind, pos, cross = d.XValue, "b", axisY
	}
	grid := ""
	if hidden == 0 && id == axisY {
		grid = "<c:majorGridlines>" + axisLine(hairline) + "</c:majorGridlines>"
	}
	return "<c:valAx>" + val("axId", id) + d.scaling(id) + val("delete", hidden) + `<c:axPos val="` + pos + `"/>` + grid + d.axisTitle(id) +
		`<c:numFmt formatCode="` + escaped(axisFormat(kind, d.currency)) + `" sourceLinked="0"/>` + ticks("nextTo") +
		axisLine(map[bool]string{true: hairline, false: ""}[id == axisX]) + d.textStyle(muted, false) + val("crossAx", cross) +
		`<c:crosses val="` + d.crosses() + `"/><c:crossBetween val="` + d.between() + `"/></c:valAx>`
}

// scaling starts bars at zero whatever the application would choose, and leaves room for labels at their ends.
func (d drawing) scaling(id int) string {
	lo, hi := d.extremes()
	limits := ""
	if id == axisX {
		if x := d.lastX(); x > 0 {
			limits = fmt.Sprintf(`<c:max val="%s"/><c:min val="0"/>`, decimal(x))
		}
	} else if d.Kind != reports.Line && d.Kind != reports.Scatter {
		if d.Labels && hi > 0 && d.Kind != reports.StackedBars {
			limits = fmt.Sprintf(`<c:max val="%s"/>`, decimal(roundUp(hi+(hi-lo)*0.12)))
		}
		if lo >= 0 {
			limits += `<c:min val="0"/>`
		} else if d.Labels {
			limits += fmt.Sprintf(`<c:min val="%s"/>`, decimal(-roundUp((hi-lo)*0.16-lo)))
		}
	}
	return `<c:scaling><c:orientation val="minMax"/>` + limits + `</c:scaling>`
}

func (d drawing) lastX() float64 {
	x := 0.0
	for _, s := range d.Series {
		for _, v := range s.X {
			x = max(x, v)
		}
	}
	return x
}

// roundUp cuts a limit to three digits, upwards.
func roundUp(x float64) float64 {
	if x <= 0 {
		return 0
	}
	digits := math.Pow(10, math.Floor(math.Log10(x))-2)
	return numeric(reports.Value{Kind: reports.KindNumber2, Number: math.Ceil(x/digits) * digits})
}

func (d drawing) crosses() string {
	if d.lying() {
		return "max" // first category on top, value axis below
	}
	return "autoZero"
}

func (d drawing) between() string {
	if d.Kind == reports.Scatter {
		return "midCat"
	}
	return "between"
}

func (d drawing) axisTitle(id int) string {
	if id != axisX || d.XTitle == "" {
		return ""
	}
	return "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>" + runStyle("a:defRPr", muted, false) + "</a:pPr><a:r>" +
		strings.Replace(runStyle("a:rPr", muted, false), "<a:rPr ", `<a:rPr lang="`+escaped(d.language)+`" `, 1) +
		"<a:t>" + escaped(d.XTitle) + "</a:t></a:r></a:p></c:rich></c:tx>" + val("overlay", 0) + "</c:title>"
}

// axisFormat is plain at the axis: zero is 0, and percentages have no decimals.
func axisFormat(k reports.Kind, currency string) string {
	switch labelKind(k) {
	case reports.KindPercent, reports.KindPercent0:
		return `0%;"−"0%;0%`
	case reports.KindMoneyK:
		return `#,##0,;"−"#,##0,;0`
	case reports.KindNumber1:
		return `0.0;"−"0.0;0.0`
	case reports.KindNumber2:
		return `0.00;"−"0.00;0.00`
	}
	return `#,##0;"−"#,##0;0`
}

func ticks(labels string) string {
	return `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="` + labels + `"/>`
}

func axisLine(colour string) string {
	if colour == "" {
		return `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>`
	}
	return `<c:spPr><a:ln w="9525">` + fill(colour) + `</a:ln></c:spPr>`
}
