package excel

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// chart writes message and unit into cells and draws the chart below them. It returns the last row covered.
func (s *sheet) chart(c reports.Chart, at side, row int) int {
	s.height(row, 18)
	s.height(row+1, 14)
	s.words(at.col, row, s.text(c.Message), look{size: 11, bold: true, valign: "bottom", align: "left"})
	s.words(at.col, row+1, s.text(c.Unit), look{size: 9, colour: muted, valign: "top", align: "left"})
	pixels := orElse(c.Height, 14) * 22
	c.Message, c.Unit, c.Alt = s.text(c.Message), s.text(c.Unit), s.text(c.Alt)
	s.insert(c, cell(at.col, row+2), int(total(at.widths)*pixelsAChar*0.98), pixels)
	last, left := row+2, float64(pixels)/pixelsAPt+6
	for left -= s.heightOf(last); left > 0; left -= s.heightOf(last) {
		last++
	}
	s.touch(at.col+len(at.widths)-1, last)
	return last
}

// insert makes room for a chart in the drawing of the sheet. The library provides frame, relation and alternative text; the
// chart itself is drawn by us, because the library leaves its numbers, order of elements and colours of single
// points wrong or empty.
func (s *sheet) insert(c reports.Chart, at string, width, height int) {
	labelled := axisLabels(c, width)
	refs := s.data.chart(c, labelled, s.tab)
	print, lock := true, false
	s.fail(s.f.AddChart(s.tab, at, &excelize.Chart{
		Type:      excelize.Line,
		Series:    []excelize.ChartSeries{{Name: refs.series[0].name, Values: refs.series[0].values}},
		Dimension: excelize.ChartDimension{Width: uint(width), Height: uint(height)},
		Format: excelize.GraphicOptions{
			AltText: alternative(c.Message, c.Alt, s.wb.Tongue), Name: clipped(oneLine(c.Message), 200), Positioning: "oneCell", OffsetY: 2,
			PrintObject: &print, LockAspectRatio: lock,
		},
	}))
	part := fmt.Sprintf("xl/charts/chart%d.xml", len(s.charts)+1)
	s.charts[part] = drawing{Chart: c, refs: refs, labelled: labelled, currency: s.wb.Currency, language: orElse(s.wb.Language, "en-GB"), width: width}.xml()
}

// alternative is what a reader hears who does not see the chart: the message, once, and what its description adds.
func alternative(message, alt string, t reports.Tongue) string {
	s, alt := oneLine(message), oneLine(alt)
	if strings.HasPrefix(alt, s) {
		s = alt
	} else if alt != "" {
		s = strings.TrimRight(s, ". ") + ". " + alt
	}
	return clipped(s, 1800) + " " + t.Say("The numbers are on the sheet "+dataHead.Tab+".")
}
