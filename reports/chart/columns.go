package chart

import (
	"math"

	"clientele/reports"
)

// columns draws upright bars side by side; targets and guides are lines across them.
func (p *paper) columns(c reports.Chart) {
	bars, across := split(c)
	lo, hi := extremes(c.Series)
	lo, hi = min(lo, 0), max(hi, 0)
	floor := Height - bottom
	if lo < 0 {
		floor -= 44 // room for the value below the lowest mark
	}
	y := span{lo, hi, floor, top}
	slot := float64(Width-2*side) / float64(len(c.Categories))
	for i := range c.Categories {
		left := side + slot*(float64(i)+0.1)
		w := slot * 0.8 / float64(max(len(bars), 1))
		for j, s := range bars {
			if s.Gap(i) {
				continue
			}
			x := int(math.Round(left + w*float64(j)))
			p.box(x, y.at(0), x+int(w)-2, y.at(s.Values[i]), barColour(c, s, i))
		}
	}
	p.path([][2]int{{0, y.at(0)}, {Width, y.at(0)}}, rule, 2, false)
	for _, s := range across {
		p.across(s, slot, y)
	}
	p.columnValues(c, bars, slot, y)
	p.categories(c, slot)
}

func split(c reports.Chart) (bars, across []reports.Series) {
	for _, s := range c.Series {
		if s.Role == reports.Target || s.Role == reports.Guide {
			across = append(across, s)
		} else {
			bars = append(bars, s)
		}
	}
	return bars, across
}

func barColour(c reports.Chart, s reports.Series, i int) string {
	if c.Signed && s.Values[i] < 0 {
		return bad
	}
	return colours[s.Role]
}

func (p *paper) across(s reports.Series, slot float64, y span) {
	var points [][2]int
	for i := range s.Values {
		if !s.Gap(i) {
			points = append(points, [2]int{side + int(slot*(float64(i)+0.5)), y.at(s.Values[i])})
		}
	}
	p.path(points, colours[s.Role], 4, s.Dashed || s.Role == reports.Target)
}

// columnValues writes the last value, or all where there are few and the chart asks for it.
func (p *paper) columnValues(c reports.Chart, bars []reports.Series, slot float64, y span) {
	if len(bars) == 0 {
		return
	}
	j := leading(bars)
	s := bars[j]
	for i := range s.Values {
		if s.Gap(i) || i != last(s) && !(c.Labels && len(c.Categories) <= 6 && len(bars) == 1) {
			continue
		}
		x := side + int(slot*(float64(i)+0.1+0.8*(float64(j)+0.5)/float64(len(bars))))
		words := p.label(c.Value, s.Values[i], c.Signed)
		at := y.at(s.Values[i]) + 36
		if s.Values[i] >= 0 {
			at = p.over(bars, slot, y, min(x-p.width(words, valueSize)/2, Width-side-p.width(words, valueSize))) - 12
			if i != last(s) {
				at = y.at(s.Values[i]) - 12
			}
		}
		p.text(words, x, at, valueSize, ink, centred)
	}
}

// over is the height of the tallest column from position x on, so that the last value does not stand on a column.
func (p *paper) over(bars []reports.Series, slot float64, y span, x int) int {
	tallest := y.at(0)
	for j, s := range bars {
		for i := range s.Values {
			right := side + int(slot*(float64(i)+0.1+0.8*float64(j+1)/float64(len(bars))))
			if right > x && !s.Gap(i) {
				tallest = min(tallest, y.at(s.Values[i]))
			}
		}
	}
	return tallest
}

// leading is the series the chart is about: the last one that is actual.
func leading(series []reports.Series) int {
	at := len(series) - 1
	for i, s := range series {
		if s.Role == reports.Actual {
			at = i
		}
	}
	return at
}

// categories writes names below their slots: as many as fit, the last one always.
func (p *paper) categories(c reports.Chart, slot float64) {
	widest := 0
	for _, s := range c.Categories {
		widest = max(widest, p.width(p.known(s), textSize))
	}
	step := max(1, int(math.Ceil(float64(widest+16)/slot)))
	for i := len(c.Categories) - 1; i >= 0; i -= step {
		p.text(c.Categories[i], side+int(slot*(float64(i)+0.5)), Height-16, textSize, muted, centred)
	}
}
