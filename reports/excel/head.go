package excel

import (
	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// heading writes lines 1 to 5 into the gutter, from where they run over the columns to the right.
func (s *sheet) heading(h reports.Head, shown, of int) {
	title := look{size: 18, bold: true, align: "left", indent: 1}
	question := look{size: 11, colour: accent, align: "left", indent: 1}
	finding := look{size: 11, bold: true, align: "left", indent: 1}
	stamp := look{size: 8.5, colour: muted, align: "left", indent: 1}
	if s.wb.Stamp.Warning() != "" {
		stamp.colour, stamp.bold = bad, true
	}
	s.words(1, 1, s.text(h.Title), title)
	s.words(1, 2, s.text(h.Question), question)
	s.words(1, 3, s.text(h.Finding), finding)
	s.words(1, 4, s.stamp(shown, of), stamp)
	s.headWidth = max(textWidth(s.text(h.Title), 18, true), textWidth(s.text(h.Question), 11, false),
		textWidth(s.text(h.Finding), 11, true), textWidth(s.stamp(shown, of), 8.5, stamp.bold))
	for row, points := range []float64{27, 17, 18, 15, 15} {
		s.height(row+1, points)
	}
	s.width(1, gutter)
}

// back writes the link in line 5.
func (s *sheet) back() {
	if s.wb.Overview == nil {
		return
	}
	s.words(1, 5, "← "+s.wb.Overview.Tab, look{size: 8.5, colour: accent, underline: true, align: "left", indent: 1})
	s.link(1, 5, s.wb.Tongue.Say("Back to the first page"), "#"+s.wb.Overview.Tab)
}

// view sets what the reader sees first: no gridlines, cell A1, everything at full size.
func (s *sheet) view(first bool) {
	headings, lines, zoom := !first, false, 100.0
	s.fail(s.f.SetSheetView(s.tab, 0, &excelize.ViewOptions{ShowGridLines: &lines, ShowRowColHeaders: &headings, ZoomScale: &zoom}))
	colour, fit, height, custom := "FF"+previous, true, rowHeight, true
	if first {
		colour = "FF" + accent
	}
	s.fail(s.f.SetSheetProps(s.tab, &excelize.SheetPropsOptions{TabColorRGB: &colour, FitToPage: &fit, DefaultRowHeight: &height, CustomHeight: &custom}))
}

// freeze keeps the first rows and columns in sight.
func (s *sheet) freeze(cols, rows int) {
	s.fail(s.f.SetPanes(s.tab, &excelize.Panes{
		Freeze: true, XSplit: cols, YSplit: rows, TopLeftCell: cell(cols+1, rows+1), ActivePane: "bottomRight",
	}))
}
