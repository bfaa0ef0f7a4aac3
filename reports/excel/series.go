package excel

import (
	"fmt"
	"strings"

	"clientele/reports"
)

// colours of the roles. The same part has the same colour in every chart.
var colours = map[reports.Role]string{
	reports.Actual: accent, reports.Previous: previous, reports.Mid: mid, reports.Tint: tint, reports.Bad: bad,
	reports.Target: muted, reports.Guide: previous, reports.Dark: dark, reports.Grey: grey,
}

// bar: idx order tx spPr invertIfNegative dPt dLbls cat val.
func (d drawing) bar(i int) string {
	s := d.Series[i]
	out := d.open(i) + "<c:spPr>" + fill(colours[s.Role]) + "</c:spPr>" + val("invertIfNegative", 0)
	if d.Signed {
		for k := range s.Values {
			if !s.Gap(k) && s.Values[k] < 0 {
				out += "<c:dPt>" + val("idx", k) + val("invertIfNegative", 0) + val("bubble3D", 0) + "<c:spPr>" + fill(bad) + "</c:spPr></c:dPt>"
			}
		}
	}
	return out + d.labels(i) + d.categories() + d.numbers("c:val", d.refs.series[i].values, s.Values, s.Gap) + "</c:ser>"
}

// line: idx order tx spPr marker dLbls cat val smooth.
func (d drawing) line(i int) string {
	s := d.Series[i]
	return d.open(i) + d.stroke(s) + `<c:marker><c:symbol val="none"/></c:marker>` + d.endLabel(i) + d.categories() +
		d.numbers("c:val", d.refs.series[i].values, s.Values, s.Gap) + val("smooth", 0) + "</c:ser>"
}

// curve: idx order tx spPr marker dLbls xVal yVal smooth.
func (d drawing) curve(i int) string {
	s := d.Series[i]
	return d.open(i) + d.stroke(s) + `<c:marker><c:symbol val="none"/></c:marker>` +
		d.numbers("c:xVal", d.refs.series[i].x, s.X, nil) + d.numbers("c:yVal", d.refs.series[i].values, s.Values, s.Gap) + val("smooth", 0) + "</c:ser>"
}

func (d drawing) open(i int) string {
	return "<c:ser>" + val("idx", i) + val("order", i) + "<c:tx>" + textCache("c:strRef", d.refs.series[i].name, []string{d.Series[i].Name}) + "</c:tx>"
}

func (d drawing) stroke(s reports.Series) string {
	width, dash := 28_575, ""
	if s.Role == reports.Guide {
		width = 15_875
	}
	if s.Dashed || s.Role == reports.Target {
		width, dash = 19_050, `<a:prstDash val="dash"/>`
	}
	return fmt.Sprintf(`<c:spPr><a:ln w="%d" cap="rnd">%s%s<a:round/></a:ln></c:spPr>`, width, fill(colours[s.Role]), dash)
}

// labels writes values at the marks. In stacks only parts wide enough to hold their number are labelled.
func (d drawing) labels(i int) string {
	if !d.Labels {
		return ""
	}
	colour, pos := ink, "outEnd"
	if d.Kind == reports.StackedBars {
		pos = "ctr"
		switch d.Series[i].Role {
		case reports.Actual, reports.Bad, reports.Dark:
			colour = white
		}
	}
	out := "<c:dLbls>"
	for _, k := range d.tooNarrow(i) {
		out += "<c:dLbl>" + val("idx", k) + val("delete", 1) + "</c:dLbl>"
	}
	rest := `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` + d.textStyle(colour, false) + `<c:dLblPos val="` + pos + `"/>` + shows(true)
	return out + d.noughtLabels(i, rest) + d.labelFormat() + rest + "</c:dLbls>"
}

func (d drawing) tooNarrow(i int) []int {
	if d.Kind != reports.StackedBars {
		return nil
	}
	var out []int
	_, hi := d.extremes()
	for k, x := range d.Series[i].Values {
		if !d.Series[i].Gap(k) && x < hi*0.07 {
			out = append(out, k)
		}
	}
	return out
}

func (d drawing) labelFormat() string {
	f := plainFormat(labelKind(d.Value), d.currency)
	if d.Signed {
		parts := strings.Split(f, ";")
		parts[0] = `"+"` + parts[0]
		f = strings.Join(parts, ";")
	}
	return `<c:numFmt formatCode="` + escaped(f) + `" sourceLinked="0"/>`
}

// labelKind takes the arrow off changes: the bar shows the direction.
func labelKind(k reports.Kind) reports.Kind {
	switch k {
	case reports.KindDeltaPercent:
		return reports.KindPercent
	case reports.KindDeltaMoney:
		return reports.KindMoney
	case reports.KindDeltaMoneyK:
		return reports.KindMoneyK
	case reports.KindDeltaCount:
		return reports.KindCount
	case reports.KindDeltaPoints, reports.KindDeltaNumber1:
		return reports.KindNumber1
	}
	if !k.Numeric() {
		return reports.KindNumber1
	}
	return k
}

// endLabel names a line at its last measured point.
func (d drawing) endLabel(i int) string {
	s := d.Series[i]
	last := len(s.Values) - 1
	for last >= 0 && s.Gap(last) {
		last--
	}
	if !d.EndLabels || last < 0 {
		return ""
	}
	colour := colours[s.Role]
	if colour == previous || colour == tint || colour == mid || colour == grey {
		colour = muted // the colour of the line is too pale for text
	}
	return "<c:dLbls><c:dLbl>" + val("idx", last) + "<c:layout/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>" + runStyle("a:defRPr", colour, true) +
		"</a:pPr><a:r>" + strings.Replace(runStyle("a:rPr", colour, true), "<a:rPr ", `<a:rPr lang="`+escaped(d.language)+`" `, 1) +
		"<a:t>" + escaped(s.Name) + `</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="r"/>` + shows(true) + "</c:dLbl>" + shows(false) + "</c:dLbls>"
}

func shows(value bool) string {
	v := 0
	if value {
		v = 1
	}
	return val("showLegendKey", 0) + val("showVal", v) + val("showCatName", 0) + val("showSerName", 0) + val("showPercent", 0) + val("showBubbleSize", 0)
}

func (d drawing) categories() string {
	words := make([]string, d.points())
	copy(words, d.labelled)
	return "<c:cat>" + textCache("c:strRef", d.refs.categories, words) + "</c:cat>"
}

func textCache(element, ref string, words []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<%s><c:f>%s</c:f><c:strCache>%s", element, escaped(ref), val("ptCount", len(words)))
	for i, w := range words {
		if w != "" {
			fmt.Fprintf(&b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escaped(w))
		}
	}
	b.WriteString("</c:strCache></" + element + ">")
	return b.String()
}

// numbers is a reference with the numbers it leads to; gaps have none.
func (d drawing) numbers(element, ref string, xs []float64, gap func(int) bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<%s><c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>General</c:formatCode>%s", element, escaped(ref), val("ptCount", len(xs)))
	for i, x := range xs {
		if s := decimal(numeric(reports.Value{Kind: reports.KindNumber2, Number: x})); s != "" && (gap == nil || !gap(i)) {
			fmt.Fprintf(&b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, s)
		}
	}
	b.WriteString("</c:numCache></c:numRef></" + element + ">")
	return b.String()
}
