package chart

import (
	"clientele/reports"
)

// lines draws lines over categories, or over numbers for a curve. Where nothing was measured a line is broken.
func (p *paper) lines(c reports.Chart) {
	lo, hi := extremes(c.Series)
	pad := (hi - lo) * 0.08
	y := span{lo - pad, hi + pad, Height - bottom, top}
	p.path([][2]int{{0, Height - bottom + 6}, {Width, Height - bottom + 6}}, rule, 2, false)
	at := p.positions(c)
	for _, s := range c.Series {
		p.line(c, s, at, y)
	}
	s := c.Series[leading(c.Series)]
	if i := last(s); i >= 0 {
		p.dot(at(s, i), y.at(s.Values[i]), colours[s.Role])
		words := p.label(c.Value, s.Values[i], false)
		p.text(words, at(s, i)+10, p.above(c, at, y, at(s, i)+10-p.width(words, valueSize))-22, valueSize, ink, toRight)
	}
	if c.Kind == reports.Scatter {
		p.ends(c)
		return
	}
	p.categories(c, float64(Width-2*side)/float64(len(c.Categories)))
}

// above is the height of the highest line from position x on, so that the value does not stand on a line.
func (p *paper) above(c reports.Chart, at func(reports.Series, int) int, y span, x int) int {
	highest := Height
	for _, s := range c.Series {
		for i := range s.Values {
			near := at(s, i) >= x || i+1 < len(s.Values) && at(s, i+1) > x // the piece of line that reaches below the words
			if near && !s.Gap(i) {
				highest = min(highest, y.at(s.Values[i]))
			}
		}
	}
	return highest
}

// positions tells where a point stands from left to right.
func (p *paper) positions(c reports.Chart) func(reports.Series, int) int {
	if c.Kind == reports.Scatter {
		lo, hi := c.Series[0].X[0], c.Series[0].X[0]
		for _, s := range c.Series {
			for _, x := range s.X {
				lo, hi = min(lo, x), max(hi, x)
			}
		}
		x := span{lo, hi, side + 4, Width - side - 12}
		return func(s reports.Series, i int) int { return x.at(s.X[i]) }
	}
	slot := float64(Width-2*side) / float64(len(c.Categories))
	return func(_ reports.Series, i int) int { return side + int(slot*(float64(i)+0.5)) }
}

func (p *paper) line(c reports.Chart, s reports.Series, at func(reports.Series, int) int, y span) {
	width := 6.0
	if s.Role == reports.Guide || s.Role == reports.Target {
		width = 4
	}
	dashed := s.Dashed || s.Role == reports.Target
	var points [][2]int
	for i := range s.Values {
		if s.Gap(i) {
			p.path(points, colours[s.Role], width, dashed)
			points = nil
			continue
		}
		points = append(points, [2]int{at(s, i), y.at(s.Values[i])})
	}
	p.path(points, colours[s.Role], width, dashed)
}

// ends names the first and last position of a curve, and what positions are.
func (p *paper) ends(c reports.Chart) {
	lo, hi := c.Series[0].X[0], c.Series[0].X[len(c.Series[0].X)-1]
	p.text(label(c.XValue, lo, false), side, Height-16, textSize, muted, fromLeft)
	p.text(c.XTitle, Width/2, Height-16, textSize, muted, centred)
	p.text(label(c.XValue, hi, false), Width-side, Height-16, textSize, muted, toRight)
}
