package chart

import (
	"math"

	"clientele/reports"
)

// bars draws lying bars, first category on top, one after the other if they are stacked. Each is labelled: there is room.
func (p *paper) bars(c reports.Chart) {
	names := 0
	for _, s := range c.Categories {
		names = max(names, p.width(p.known(s), textSize))
	}
	names = min(names, Width/3)
	x := p.reach(c, names)
	slot := float64(Height-2*side) / float64(len(c.Categories))
	for i, name := range c.Categories {
		y := side + int(slot*(float64(i)+0.5))
		p.text(p.shortened(name, names), side, y+12, textSize, muted, fromLeft)
		if c.Kind == reports.StackedBars {
			p.stack(c, i, x, y, int(slot*0.32))
		} else {
			p.group(c, i, x, y, slot)
		}
	}
	p.path([][2]int{{x.at(0), 0}, {x.at(0), Height}}, rule, 2, false)
}

// reach lays values over the paper right of the names, with room for labels at both ends.
func (p *paper) reach(c reports.Chart, names int) span {
	lo, hi := extremes(c.Series)
	lo, hi = min(lo, 0), max(hi, 0)
	if c.Kind == reports.StackedBars {
		hi = 0
		for i := range c.Categories {
			hi = max(hi, sum(c, i))
		}
	}
	x := span{lo, hi, side + names + 24, Width - side - 20 - p.width(p.label(c.Value, hi, c.Signed), textSize)}
	if lo < 0 {
		x.from += p.width(p.label(c.Value, lo, c.Signed), textSize) + 10
	}
	return x
}

func sum(c reports.Chart, i int) float64 {
	total := 0.0
	for _, s := range c.Series {
		if !s.Gap(i) {
			total += max(s.Values[i], 0)
		}
	}
	return total
}

func (p *paper) stack(c reports.Chart, i int, x span, y, half int) {
	done := 0.0
	for _, s := range c.Series {
		if s.Gap(i) || s.Values[i] <= 0 {
			continue
		}
		p.box(x.at(done), y-half, x.at(done+s.Values[i]), y+half, colours[s.Role])
		done += s.Values[i]
	}
	p.text(p.label(c.Value, done, false), x.at(done)+10, y+12, textSize, ink, fromLeft)
}

func (p *paper) group(c reports.Chart, i int, x span, y int, slot float64) {
	high := slot * 0.72 / float64(len(c.Series))
	for j, s := range c.Series {
		if s.Gap(i) {
			continue
		}
		from := y - int(slot*0.36) + int(math.Round(high*float64(j)))
		p.box(x.at(0), from, x.at(s.Values[i]), from+int(high)-2, barColour(c, s, i))
		if j != leading(c.Series) {
			continue
		}
		at, align := x.at(s.Values[i])+10, fromLeft
		if s.Values[i] < 0 {
			at, align = x.at(s.Values[i])-10, toRight
		}
		p.text(p.label(c.Value, s.Values[i], c.Signed), at, from+int(high/2)+12, textSize, ink, align)
	}
}

// shortened cuts a name that is too long for its room, with a mark.
func (p *paper) shortened(s string, room int) string {
	if p.width(p.known(s), textSize) <= room {
		return s
	}
	r := []rune(s)
	for len(r) > 1 && p.width(p.known(string(r)+"…"), textSize) > room {
		r = r[:len(r)-1]
	}
	return string(r) + "…"
}
