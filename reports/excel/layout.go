package excel

import (
	"math"
	"slices"

	"clientele/reports"
)

// layout is the column grid of a board. Tables, which own the widths, decide it: full-width tables start at
// the first column; right-hand blocks start at column right, with at least one column between.
type layout struct {
	widths []float64
	right  int // index of the first column of right-hand blocks, 0 if there are none
}

// Widths in characters a chart needs to be readable, and a board to fill its page.
const (
	chartWidth = 80
	boardWidth = 168
)

// block is a part of a board with what is known about its size.
type block struct {
	reports.Block
	grid   *grid
	widths []float64 // of the table's own columns
	spill  float64   // of the words of the last column, where they run over the columns after it
	parts  []block   // of a stack
}

// arrange finds the column grid for the bands.
func arrange(bands [][]block) layout {
	full, left, right := demands(bands)
	if len(right.widths) == 0 && !right.present {
		ws := stretched(full.widths, max(boardWidth, full.least))
		return layout{widths: extended(ws, full.over)}
	}
	best, score := layout{}, math.Inf(1)
	first := max(len(left.widths), 1) + 1
	for at := first; at <= max(first, len(full.widths)-1); at++ {
		l := placed(full, left, right, at)
		if s := unevenness(l) + 2*waste(l, right) + 4*torn(l, bands); s < score {
			best, score = l, s
		}
	}
	return best
}

// demand is what the blocks of one side need: a width for each of their columns, and a least width in all.
type demand struct {
	widths  []float64
	least   float64
	present bool
	over    []overflow
}

func (d *demand) take(b block) {
	d.present = true
	for _, part := range b.parts {
		d.take(part)
	}
	if _, ok := b.Block.(reports.Chart); ok {
		d.least = max(d.least, chartWidth)
	}
	if _, ok := b.Block.(reports.Notes); ok {
		d.least = max(d.least, chartWidth-14)
	}
	for i, w := range b.widths {
		if i == len(d.widths) {
			d.widths = append(d.widths, 0)
		}
		d.widths[i] = max(d.widths[i], w)
	}
	if b.spill > 0 {
		d.over = append(d.over, overflow{len(b.widths), b.spill})
	}
}

func demands(bands [][]block) (full, left, right demand) {
	for _, band := range bands {
		switch len(band) {
		case 1:
			full.take(band[0])
		case 2:
			left.take(band[0])
			right.take(band[1])
		}
	}
	return full, left, right
}

// placed is the column grid with right-hand blocks starting at column at.
func placed(full, left, right demand, at int) layout {
	n := max(len(full.widths), at+max(len(right.widths), 1))
	ws := make([]float64, n)
	for i := range ws {
		ws[i] = 2.2
		if i < len(full.widths) {
			ws[i] = full.widths[i]
		}
		if i < len(left.widths) {
			ws[i] = max(ws[i], left.widths[i])
		}
		if i >= at && i-at < len(right.widths) {
			ws[i] = max(ws[i], right.widths[i-at])
		}
	}
	roomy(ws[:at-1], left.over)
	roomy(ws[at:], right.over)
	half := float64(boardWidth-2) / 2
	copy(ws[:at-1], stretched(ws[:at-1], max(left.least, half)))
	names := widestFirst
	if len(right.widths) == 0 || len(full.widths) > at {
		names = 0 // figures of tables above and below stand in the same column
	}
	copy(ws[at:], filled(ws[at:], max(right.least, half), names))
	return layout{widths: extended(ws, full.over), right: at}
}

// unevenness grows with the difference of both sides and with the width of all.
func unevenness(l layout) float64 {
	a, b := total(l.widths[:l.right-1]), total(l.widths[l.right:])
	return math.Abs(a-b) + (a + b)
}

// waste is the width numbers of right-hand tables get beyond their need, from columns they share with others.
func waste(l layout, right demand) float64 {
	sum := 0.0
	for i, w := range right.widths[min(1, len(right.widths)):] {
		sum += l.widths[l.right+1+i] - w
	}
	return sum
}

// stretched widens columns to fill least: the first, which holds the names, before the others, and of these the
// narrow ones before the wide, so that figures stand in columns of one width.
func stretched(ws []float64, least float64) []float64 { return filled(ws, least, widestFirst) }

// widestFirst is up to what width the first column is widened before the others.
const widestFirst = 30.0

func filled(ws []float64, least, first float64) []float64 {
	out := append([]float64(nil), ws...)
	if len(out) == 0 {
		out = []float64{least}
	}
	missing := least - total(out)
	if missing <= 0 {
		return out
	}
	named := 0
	if first > 0 && len(out) > 1 {
		named = 1
		names := min(missing, max(0, first-out[0]))
		out[0] += names
		missing -= names
	}
	to := filledTo(out[named:], missing)
	for i := range out {
		if i >= named {
			out[i] = max(out[i], to)
		}
		out[i] = rounded(out[i])
	}
	return out
}

// filledTo is how high room fills the narrow ones of some widths up, as water would.
func filledTo(ws []float64, room float64) float64 {
	up := slices.Sorted(slices.Values(ws))
	for i, sum := 0, 0.0; i < len(up); i++ {
		sum += up[i]
		if to := (sum + room) / float64(i+1); i+1 == len(up) || to <= up[i+1] {
			return to
		}
	}
	return 0
}

func total(ws []float64) float64 {
	sum := 0.0
	for _, w := range ws {
		sum += w
	}
	return sum
}
