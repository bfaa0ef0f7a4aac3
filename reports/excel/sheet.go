package excel

import (
	"fmt"
	"math"
	"time"

	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// sheet writes cells of one sheet. Rows and columns count from 1.
type sheet struct {
	*book
	tab              string
	cells            *cells
	heights          map[int]float64
	widths           map[int]float64
	headWidth        float64 // of the longest line at the head
	links            int
	lastRow, lastCol int
	below            []int // rows with which tables below others in a stack begin
}

func (b *book) sheet(tab string) *sheet {
	return &sheet{book: b, tab: tab, cells: b.cells[b.parts[tab]], heights: map[int]float64{}, widths: map[int]float64{}}
}

func cell(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic(err) // columns and rows are checked before anything is written
	}
	return name
}

func column(col int) string {
	name, err := excelize.ColumnNumberToName(col)
	if err != nil {
		panic(err) // as in cell
	}
	return name
}

func area(c1, r1, c2, r2 int) string {
	if c1 == c2 && r1 == r2 {
		return cell(c1, r1)
	}
	return cell(c1, r1) + ":" + cell(c2, r2)
}

// absolute is the area as a reference from any sheet.
func (s *sheet) absolute(c1, r1, c2, r2 int) string {
	from := fmt.Sprintf("%s!$%s$%d", quotedTab(s.tab), column(c1), r1)
	if c1 == c2 && r1 == r2 {
		return from
	}
	return fmt.Sprintf("%s:$%s$%d", from, column(c2), r2)
}

func (s *sheet) touch(col, row int) { s.lastRow, s.lastCol = max(s.lastRow, row), max(s.lastCol, col) }

func (s *sheet) words(col, row int, text string, l look) {
	s.paint(col, row, col, row, l)
	s.put(col, row, text)
}

// put writes text without a style. Text is always text, whatever it begins with.
func (s *sheet) put(col, row int, text string) {
	if text = cellText(text); text != "" {
		s.cells.words(col, row, s.share(s.tab, text))
	}
	s.touch(col, row)
}

func (s *sheet) number(col, row int, x float64) {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return
	}
	s.cells.number(col, row, x)
	s.touch(col, row)
}

// value writes a value and leaves what was not measured empty.
func (s *sheet) value(col, row int, v reports.Value) {
	switch {
	case !v.Known || v.Kind == reports.KindSpark:
	case v.Kind.Numeric():
		s.number(col, row, numeric(v))
	case v.Kind.Temporal():
		s.number(col, row, serial(v.Time))
	case v.Kind == reports.KindLink:
		s.put(col, row, v.Text)
		if !s.link(col, row, v.Text, v.Link) { // then it must not look like a link
			s.paint(col, row, col, row, look{align: "left", indent: 1, bottom: hairline})
		}
	default:
		s.put(col, row, v.Text)
	}
}

// numeric is the number a cell holds: amounts in units of the currency, everything else as measured, to the
// nine digits that are known.
func numeric(v reports.Value) float64 {
	if v.Kind.Money() {
		return float64(v.Amount) / 10_000
	}
	if v.Kind == reports.KindCount || v.Number == 0 {
		return v.Number
	}
	scale := math.Pow(10, 8-math.Floor(math.Log10(math.Abs(v.Number))))
	if math.IsInf(scale, 0) || scale == 0 {
		return v.Number
	}
	return math.Round(v.Number*scale) / scale
}

// serial is the number by which the application knows a day: as the clock on the wall of its zone shows it.
func serial(t time.Time) float64 {
	y, m, d := t.Date()
	const zero = -2_209_161_600 // 30 December 1899 in seconds since 1970; a Duration would end after 292 years
	days := float64((time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() - zero) / 86_400)
	h, mi, sec := t.Clock()
	return days + math.Round(float64(h*3600+mi*60+sec)/86_400*1e6)/1e6
}

// paint gives an area its look.
func (s *sheet) paint(c1, r1, c2, r2 int, l look) {
	if c2 < c1 || r2 < r1 {
		return
	}
	s.cells.paint(c1, r1, c2, r2, s.style(l))
	s.touch(c2, r2)
}

// height sets the height of a row in points; of several wishes the greatest wins.
func (s *sheet) height(row int, points float64) {
	if points <= s.heights[row] {
		return
	}
	s.heights[row] = points
	s.cells.height(row, min(points, 409))
}

func (s *sheet) heightOf(row int) float64 { return orElse(s.heights[row], rowHeight) }

func (s *sheet) width(col int, chars float64) {
	s.widths[col] = chars
	s.fail(s.f.SetColWidth(s.tab, column(col), column(col), min(rounded(chars), 250)))
}
