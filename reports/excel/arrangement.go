package excel

import "clientele/reports"

// A step is a part of a page with blocks side by side, and the same with tables below one another, if it can stand so.
type step struct{ beside, below [][]block }

// mostWays bounds the search: a page has tables side by side in so many places at most.
const mostWays = 8

func twoWays(steps []step) int {
	n := 0
	for _, s := range steps {
		if len(s.below) > 0 {
			n++
		}
	}
	return n
}

// chosen is the page with those steps below one another whose bits are set.
func chosen(steps []step, mask int) [][]block {
	var out [][]block
	for _, s := range steps {
		if len(s.below) == 0 {
			out = append(out, s.beside...)
			continue
		}
		if mask&1 == 1 {
			out = append(out, s.below...)
		} else {
			out = append(out, s.beside...)
		}
		mask >>= 1
	}
	return out
}

// rowsOf is about how many rows of the sheet bands take.
func rowsOf(bands [][]block) int {
	sum := 0
	for _, band := range bands {
		n := 0
		for _, b := range band {
			n = max(n, b.rows())
		}
		sum += n + 1
	}
	return sum
}

func (b block) rows() int {
	switch x := b.Block.(type) {
	case reports.Chart:
		return 2 + orElse(x.Height, mostChart)
	case reports.Notes:
		return 1 + len(x.Lines)
	}
	sum := 0
	for _, t := range b.tables() {
		sum += 4 + t.grid.Len + t.grid.Totals
	}
	return sum
}

// tables are the tables of a block: itself, or those of a stack.
func (b block) tables() []block {
	if b.grid != nil {
		return []block{b}
	}
	var out []block
	for _, part := range b.parts {
		out = append(out, part.tables()...)
	}
	return out
}

func (b block) tabular() bool { return len(b.tables()) > 0 }

// stepsOf takes a page apart. Those that can stand in two ways come with both; each chart goes beside the table that stood
// below it.
func stepsOf(bands [][]block) []step {
	var out []step
	for i := 0; i < len(bands); i++ {
		band := bands[i]
		if i+1 < len(bands) && charts(band) == 2 && tables(bands[i+1]) == 2 && besides(bands[i+1][0]) && besides(bands[i+1][1]) {
			s := step{beside: [][]block{band, bands[i+1]}}
			for j, t := range bands[i+1] {
				s.below = append(s.below, []block{t, low(band[j], t)})
			}
			out = append(out, s)
			i++
			continue
		}
		s := step{beside: [][]block{band}}
		if below := apart(band); len(below) > 1 || len(band) > 1 && !band[0].tabular() && below[0][0].tabular() {
			s.below = below
		}
		out = append(out, s)
	}
	return out
}

// apart is one band without a table on the right.
func apart(band []block) [][]block {
	if len(band) < 2 || !band[1].tabular() && (!band[0].tabular() || besides(band[0])) {
		return [][]block{band}
	}
	if !band[0].tabular() && band[1].tabular() && besides(band[1]) {
		return [][]block{{band[1], low(band[0], band[1])}}
	}
	return [][]block{{band[0]}, {band[1]}}
}

// besides tells whether a table leaves room for a chart on its right.
func besides(b block) bool {
	for _, t := range b.tables() {
		wide := total(t.widths)
		if t.spill > 0 {
			wide += t.spill - t.widths[len(t.widths)-1]
		}
		if wide > 0.62*boardWidth {
			return false
		}
	}
	return true
}

// A chart beside a table covers its rows, within the number it can be read at.
const leastChart, mostChart = 10, 14

func low(chart, t block) block {
	c, ok := chart.Block.(reports.Chart)
	if ok {
		c.Height = min(max(t.rows()-3, leastChart), orElse(c.Height, mostChart))
		chart.Block = c
	}
	return chart
}

func charts(band []block) int { return len(band) - tables(band) }

func tables(band []block) int {
	n := 0
	for _, b := range band {
		if b.tabular() {
			n++
		}
	}
	return n
}
