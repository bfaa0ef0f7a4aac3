package excel

import "slices"

// All tables of a page share its columns, so the names of a table on the right stand in a column that holds figures of
// the tables above and below. Where names are long, figures are torn apart: then tables go one below the other, all
// from the first column, and charts stand on their right, where no table needs their columns.

// tornWidth is by how much columns may be wider than their figures need, in characters of a page, before its tables go
// below one another.
const tornWidth = 3

// widestNames is how wide a column of names may be that needs less.
const widestNames = 46.0

// settled finds the arrangement of a page: the lowest of those that tear no figures apart, as described where it is one
// of them; where all do, the one that does least.
func settled(bands [][]block) ([][]block, layout) {
	steps := stepsOf(bands)
	best, l := bands, arrange(bands)
	least, rows := torn(l, best), rowsOf(best)
	if least <= tornWidth {
		return best, l
	}
	for mask := 1; mask < 1<<min(twoWays(steps), mostWays); mask++ {
		other := chosen(steps, mask)
		at := arrange(other)
		if t, n := torn(at, other), rowsOf(other); better(t, n, least, rows) {
			best, l, least, rows = other, at, t, n
		}
	}
	return best, l
}

// better tells whether an arrangement that tears so much and is so high beats another.
func better(torn float64, rows int, than float64, thanRows int) bool {
	fine, was := torn <= tornWidth, than <= tornWidth
	switch {
	case fine && was:
		return rows < thanRows
	case fine != was:
		return fine
	}
	return torn < than
}

// torn adds up by how much columns of figures are wider than their words and than two fifths more than the others of
// their table: what the eye sees as a hole.
func torn(l layout, bands [][]block) float64 {
	sum := 0.0
	for _, band := range bands {
		for i, blk := range band {
			for _, t := range blk.tables() {
				sum += t.torn(l.side(i, len(band)).widths)
			}
		}
	}
	return sum
}

func (b block) torn(at []float64) float64 {
	usual, sum := b.usual(at), max(0, at[0]-max(b.widths[0], widestNames))
	for i := 1; i < len(b.widths); i++ {
		if b.spill == 0 || i < len(b.widths)-1 {
			sum += max(0, at[i]-max(b.widths[i], 1.4*usual))
		}
	}
	return sum
}

// usual is the width in the middle of a table's columns of figures.
func (b block) usual(at []float64) float64 {
	var ws []float64
	for i, c := range b.grid.Columns {
		if i > 0 && c.Kind.Numeric() {
			ws = append(ws, at[i])
		}
	}
	if len(ws) == 0 {
		return boardWidth
	}
	slices.Sort(ws)
	return ws[(len(ws)-1)/2]
}
