package chart

import (
	"math"

	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"clientele/reports"
)

// colours are those of the workbook: the same part looks the same everywhere.
var colours = map[reports.Role]string{
	reports.Actual: "0B5F7A", reports.Previous: "BAC4CC", reports.Mid: "6FA9BC", reports.Tint: "CFE4EA", reports.Bad: bad,
	reports.Target: "5A6872", reports.Guide: "BAC4CC", reports.Dark: "45525C", reports.Grey: "8C98A1",
}

const (
	ink   = "16242F"
	muted = "5A6872"
	rule  = "8C98A1"
	bad   = "B23A1B"
	white = "FFFFFF"
)

// paper is a white ground to draw on.
type paper struct {
	r    gochart.Renderer
	font *truetype.Font

	tongue reports.Tongue // of the numbers
}

func newPaper() (*paper, error) {
	font, err := gochart.GetDefaultFont()
	if err != nil {
		return nil, err
	}
	r, err := gochart.PNG(Width, Height)
	if err != nil {
		return nil, err
	}
	r.SetDPI(72) // a point is a pixel
	r.SetFont(font)
	p := &paper{r: r, font: font}
	p.box(0, 0, Width, Height, white)
	return p, nil
}

func (p *paper) box(x1, y1, x2, y2 int, colour string) {
	p.r.SetFillColor(drawing.ColorFromHex(colour))
	p.r.MoveTo(x1, y1)
	p.r.LineTo(x2, y1)
	p.r.LineTo(x2, y2)
	p.r.LineTo(x1, y2)
	p.r.Close()
	p.r.Fill()
}

// path strokes a line through points, each a pair of x and y.
func (p *paper) path(points [][2]int, colour string, width float64, dashed bool) {
	if len(points) < 2 {
		return
	}
	p.r.SetStrokeColor(drawing.ColorFromHex(colour))
	p.r.SetStrokeWidth(width)
	p.r.SetStrokeDashArray(nil)
	if dashed {
		p.r.SetStrokeDashArray([]float64{14, 10})
	}
	p.r.MoveTo(points[0][0], points[0][1])
	for _, pt := range points[1:] {
		p.r.LineTo(pt[0], pt[1])
	}
	p.r.Stroke()
}

func (p *paper) dot(x, y int, colour string) {
	p.r.SetFillColor(drawing.ColorFromHex(colour))
	p.r.SetStrokeColor(drawing.ColorFromHex(colour))
	p.r.SetStrokeWidth(1)
	p.r.Circle(9, x, y)
	p.r.FillStroke()
}

// How text stands to its point.
const (
	fromLeft = iota
	centred
	toRight
)

// text writes one line at a baseline, moved so far that it stays on the paper.
func (p *paper) text(s string, x, y int, size float64, colour string, align int) {
	s = p.known(s)
	w := p.width(s, size)
	switch align {
	case centred:
		x -= w / 2
	case toRight:
		x -= w
	}
	x = max(side, min(x, Width-side-w))
	p.r.SetFontColor(drawing.ColorFromHex(colour))
	p.r.Text(s, x, y)
}

func (p *paper) width(s string, size float64) int {
	p.r.SetFontSize(size)
	return p.r.MeasureText(s).Width()
}

// known replaces spaces the font lacks and leaves out characters it cannot draw, which would show as boxes.
func (p *paper) known(s string) string {
	out := make([]rune, 0, len(s))
	for _, c := range s {
		switch {
		case c == '\u00a0' || c == '\u202f':
			out = append(out, ' ')
		case c == '−' && p.font.Index(c) == 0:
			out = append(out, '-')
		case p.font.Index(c) != 0:
			out = append(out, c)
		}
	}
	return string(out)
}

// span is a range of values laid over a range of pixels.
type span struct {
	lo, hi   float64
	from, to int
}

func (s span) at(x float64) int {
	if s.hi == s.lo {
		return (s.from + s.to) / 2
	}
	return s.from + int(math.Round((x-s.lo)/(s.hi-s.lo)*float64(s.to-s.from)))
}

// label writes a value as it stands beside its mark.
func label(k reports.Kind, x float64, signed bool) string {
	var s string
	switch k {
	case reports.KindPercent, reports.KindDeltaPercent:
		s = reports.PercentWords(x)
	case reports.KindPercent0:
		s = reports.Percent0Words(x)
	case reports.KindMoneyK, reports.KindDeltaMoneyK:
		s = reports.DecimalWords(x/1000, 0)
	case reports.KindNumber1, reports.KindDeltaNumber1, reports.KindDeltaPoints:
		s = reports.DecimalWords(x, 1)
	case reports.KindNumber2:
		s = reports.DecimalWords(x, 2)
	default:
		s = reports.DecimalWords(x, 0)
	}
	if signed && x > 0 {
		return "+" + s
	}
	return s
}

// label is a value in the language of the chart.
func (p *paper) label(k reports.Kind, x float64, signed bool) string {
	return p.tongue.Say(label(k, x, signed))
}

// extremes are the least and greatest measured values.
func extremes(series []reports.Series) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, s := range series {
		for i, v := range s.Values {
			if !s.Gap(i) {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
	}
	return lo, hi
}

// last is the index of the last measured value, -1 if there is none.
func last(s reports.Series) int {
	for i := len(s.Values) - 1; i >= 0; i-- {
		if !s.Gap(i) {
			return i
		}
	}
	return -1
}
