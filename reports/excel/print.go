package excel

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// paper says how a sheet prints.
type paper struct {
	lastCol, lastRow int
	headRows         int  // rows repeated on every page, 0 = none
	onePage          bool // all on one page, otherwise one page wide
}

// print sets A4 landscape, margins, what prints, and the footer.
func (s *sheet) print(p paper) {
	size, landscape, wide, high := 9, "landscape", 1, 0
	if p.onePage {
		high = 1
	}
	s.fail(s.f.SetPageLayout(s.tab, &excelize.PageLayoutOptions{Size: &size, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}))
	s.margins()
	s.fail(s.f.SetHeaderFooter(s.tab, &excelize.HeaderFooterOptions{OddFooter: s.footer()}))
	s.fail(s.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: s.absolute(1, 1, p.lastCol, p.lastRow), Scope: s.tab}))
	if p.headRows > 0 {
		s.fail(s.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$1:$%d", quotedTab(s.tab), p.headRows), Scope: s.tab,
		}))
	}
	s.fail(s.f.SetSheetDimension(s.tab, area(1, 1, max(s.lastCol, 1), max(s.lastRow, 1))))
}

func (s *sheet) margins() {
	side, top, bottom, head, foot, centred := 0.45, 0.5, 0.6, 0.25, 0.3, true
	s.fail(s.f.SetPageMargins(s.tab, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &head, Footer: &foot, Horizontally: &centred,
	}))
}

// footer holds company, scope, sheet and page. The font comes after the size, or a company that begins with a
// digit would be read as part of the size.
func (s *sheet) footer() string {
	left := s.wb.Company
	for _, part := range []string{"confidential", s.wb.Stamp.Scope} {
		if part != "" {
			left += " · " + part
		}
	}
	left = strings.ReplaceAll(clipped(oneLine(left), 110), "&", "&&")
	small := `&8&"Arial,Regular"`
	return "&L" + small + left + "&C" + small + "&A&R" + small + "Page &P of &N"
}
