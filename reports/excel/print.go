package excel

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// paper says how a sheet prints.
type paper struct {
	lastCol, lastRow int
	headRows         int     // rows repeated on every page, 0 = none
	breaks           []int   // rows a new page may begin with
	onePage          bool    // all on one page if it can still be read, otherwise one page wide
	least            float64 // share of its size at which it still can, 0 = leastScale
}

// print sets A4 landscape, margins, what prints, and the footer.
func (s *sheet) print(p paper) {
	size, landscape, wide, high, side := 9, "landscape", 1, 0, sideMargin
	if p.onePage && s.readable(p) {
		high = 1
	} else if len(p.breaks) > 0 {
		side, p.headRows = s.breakPages(p), 1
	}
	p.lastCol = s.reach(p.lastCol)
	s.fail(s.f.SetPageLayout(s.tab, &excelize.PageLayoutOptions{Size: &size, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}))
	s.margins(side)
	s.fail(s.f.SetHeaderFooter(s.tab, &excelize.HeaderFooterOptions{OddFooter: s.footer()}))
	s.fail(s.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: s.absolute(1, 1, p.lastCol, p.lastRow), Scope: s.tab}))
	if p.headRows > 0 {
		s.fail(s.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$1:$%d", quotedTab(s.tab), p.headRows), Scope: s.tab,
		}))
	}
	s.fail(s.f.SetSheetDimension(s.tab, area(1, 1, max(s.lastCol, 1), max(s.lastRow, 1))))
}

// What is printed on one page of A4 landscape at full size, and the share of that size at which 10-point figures can
// still be read.
const (
	paperWidth  = 148.0 // characters
	paperHeight = 516.0 // points
	leastScale  = 0.58
)

// readable tells whether the sheet, put on one page, stays legible: as large as its width allows anyway, or large enough.
func (s *sheet) readable(p paper) bool { return s.legible(s.tall(1, p.lastRow+1), p) }

// legible is readable for so many points of height.
func (s *sheet) legible(tall float64, p paper) bool {
	return paperHeight/tall >= min(paperWidth/s.wide(p), orElse(p.least, leastScale))
}

// wide is the width of what prints, in characters.
func (s *sheet) wide(p paper) float64 {
	sum := 0.0
	for col := 1; col <= p.lastCol; col++ {
		sum += s.widths[col]
	}
	return sum
}

// tall is the height of some rows, in points.
func (s *sheet) tall(from, to int) float64 {
	sum := 0.0
	for row := from; row < to; row++ {
		sum += s.heightOf(row)
	}
	return sum
}

// reach extends a narrow sheet by empty columns until the lines at its head print whole.
func (s *sheet) reach(lastCol int) int {
	need := s.headWidth + 3
	for col := 1; col <= lastCol; col++ {
		need -= s.widths[col]
	}
	for ; need > 0; need -= 9 {
		lastCol++
		if s.widths[lastCol] == 0 {
			s.width(lastCol, 9)
		}
	}
	return lastCol
}

func (s *sheet) margins(side float64) {
	top, bottom, head, foot, centred := 0.5, 0.6, 0.25, 0.3, true
	s.fail(s.f.SetPageMargins(s.tab, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &head, Footer: &foot, Horizontally: &centred,
	}))
}

// footer holds company, scope, sheet and page. The font comes after the size, or a company that begins with a
// digit would be read as part of the size.
func (s *sheet) footer() string {
	left := s.wb.Company
	for _, part := range []string{s.wb.Tongue.Say("confidential"), s.wb.Tongue.Say(s.wb.Stamp.Scope)} {
		if part != "" {
			left += " · " + part
		}
	}
	left = strings.ReplaceAll(clipped(oneLine(left), 110), "&", "&&")
	small := `&8&"Arial,Regular"`
	return "&L" + small + left + "&C" + small + "&A&R" + small + strings.NewReplacer("{1}", "&P", "{2}", "&N").Replace(s.wb.Tongue.Say("Page {1} of {2}"))
}
