package exceltest

import (
	"encoding/xml"
	"regexp"
	"strings"
)

// drawing is a layer of charts over a sheet.
type drawing struct {
	One []anchor `xml:"oneCellAnchor"`
	Two []anchor `xml:"twoCellAnchor"`
}

type anchor struct {
	From struct {
		Col, Row int
	} `xml:"from"`
	Ext *struct {
		CX int `xml:"cx,attr"`
		CY int `xml:"cy,attr"`
	} `xml:"ext"`
	About struct {
		Name  string `xml:"name,attr"`
		Descr string `xml:"descr,attr"`
	} `xml:"graphicFrame>nvGraphicFramePr>cNvPr"`
	Chart struct {
		ID string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	} `xml:"graphicFrame>graphic>graphicData>chart"`
}

// charts holds charts to a size of their own, to words for those who do not see them, and to the numbers of their cells.
func (f *faults) charts(b *Book, s *Sheet) {
	if s.Layout.Drawing == nil {
		return
	}
	rels, _ := b.relations(s.Part)
	part := rels[s.Layout.Drawing.ID]
	var d drawing
	if err := xml.Unmarshal(b.Parts[part], &d); err != nil {
		f.say("%s: drawing %s: %v", s.Name, part, err)
		return
	}
	rels, _ = b.relations(part)
	if len(d.Two) > 0 || len(d.One) != len(rels) {
		f.say("%s: %d charts hang on one cell, %d on two; %d are related", s.Name, len(d.One), len(d.Two), len(rels))
	}
	for _, a := range append(d.One, d.Two...) {
		if a.Ext == nil || a.Ext.CX < 100*9525 || a.Ext.CY < 60*9525 {
			f.say("%s: the chart %q has no size", s.Name, a.About.Name)
		}
		if len(a.About.Descr) < 40 || !strings.Contains(a.About.Descr, "numbers") {
			f.say("%s: the chart %q is described as %q", s.Name, a.About.Name, a.About.Descr)
		}
		f.chart(b, rels[a.Chart.ID], string(b.Parts[rels[a.Chart.ID]]))
	}
}

var (
	cached = regexp.MustCompile(`<c:f>([^<]*)</c:f><c:(num|str)Cache>(?:<c:formatCode>[^<]*</c:formatCode>)?<c:ptCount val="(\d+)"/>(.*?)</c:(?:num|str)Cache>`)
	point  = regexp.MustCompile(`<c:pt idx="(\d+)"><c:v>([^<]*)</c:v></c:pt>`)
	inked  = regexp.MustCompile(`<a:(?:defRPr|rPr) [^>]*><a:solidFill><a:srgbClr val="([0-9A-F]{6})"/>`)
	plain  = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#34;", `"`, "&#39;", "'", "&amp;", "&")
)

func (f *faults) chart(b *Book, name, part string) {
	if part == "" {
		f.say("chart %s is not there", name)
		return
	}
	refs := cached.FindAllStringSubmatch(part, -1)
	if len(refs) == 0 || len(refs) != strings.Count(part, "<c:f>") {
		f.say("%s: %d of %d references carry what they refer to", name, len(refs), strings.Count(part, "<c:f>"))
	}
	for _, r := range refs {
		f.cache(b, name, r)
	}
	if !strings.Contains(part, `<c:autoTitleDeleted val="1"/>`) {
		f.say("%s may get a title from the application", name)
	}
	if strings.Contains(part, "<c:barChart>") && !strings.Contains(part, "<c:v>-") && !strings.Contains(part, `<c:min val="0"/>`) {
		f.say("%s: bars do not start at zero", name)
	}
	f.insideBars(name, part)
	for _, ink := range inked.FindAllStringSubmatch(part, -1) {
		if ink[1] != "FFFFFF" && Contrast(ink[1], "FFFFFF") < MinContrast { // white is looked at on its bars
			f.say("%s: text %s on white has a contrast of %.1f", name, ink[1], Contrast(ink[1], "FFFFFF"))
		}
	}
}

// cache compares what a chart carries with the cells it refers to.
func (f *faults) cache(b *Book, name string, r []string) {
	ref := plain.Replace(r[1])
	cells := b.Area(ref)
	if len(cells) != number(r[3]) || len(cells) == 0 {
		f.say("%s: %s are %d cells, the chart counts %s", name, ref, len(cells), r[3])
		return
	}
	carried := make([]string, len(cells))
	for _, p := range point.FindAllStringSubmatch(r[4], -1) {
		if i := number(p[1]); i < len(carried) {
			carried[i] = plain.Replace(p[2])
		}
	}
	for i, c := range cells {
		if !same(c, carried[i], r[2] == "str") {
			f.say("%s: %s, cell %d holds %q, the chart %q", name, ref, i+1, c, carried[i])
		}
	}
}

func same(c *Cell, carried string, text bool) bool {
	if c == nil || text {
		return c.String() == carried
	}
	var x Cell
	return x.read("", &carried, "", nil, &Styles{Looks: make([]Look, 1)}) == nil && c.Kind != Text && x.Number == c.Number
}
