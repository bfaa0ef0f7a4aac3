package excel

import (
	"math"
	"slices"
)

// cells is what stands in a sheet. We keep it ourselves and write it straight into the file, because the library takes
// 200 bytes and two texts for every cell until the file is done, and one list may hold most cells of a workbook.
// Rows and columns count from 1.
type cells struct {
	rows     []cellRow
	formulas map[[2]int]string // column and row -> formula behind the number there
}

// cellRow is a row: its height in points, and its cells from the first column on.
type cellRow struct {
	points float64
	cells  []mark
}

// mark is one cell.
type mark struct {
	bits  uint64 // of the number, or the place of the words among those shared
	style int32
	holds content
}

// content says what a cell holds.
type content uint8

const (
	nothing content = iota
	sharedWords
	plainNumber
	computed // a formula with its number
)

// at is a cell, made if need be with its row.
func (c *cells) at(col, row int) *mark {
	for len(c.rows) < row {
		c.rows = append(c.rows, cellRow{points: rowHeight})
	}
	l := &c.rows[row-1]
	if missing := col - len(l.cells); missing > 0 {
		l.cells = append(l.cells, make([]mark, missing)...)
	}
	return &l.cells[col-1]
}

// reserve makes room for rows that will be filled column by column.
func (c *cells) reserve(from, to, cols int) {
	if from <= len(c.rows) || to < from {
		return
	}
	c.rows = slices.Grow(c.rows, to-len(c.rows))
	for len(c.rows) < from-1 {
		c.rows = append(c.rows, cellRow{points: rowHeight})
	}
	room := make([]mark, (to-from+1)*cols)
	for range to - from + 1 {
		c.rows = append(c.rows, cellRow{points: rowHeight, cells: room[:0:cols]})
		room = room[cols:]
	}
}

func (c *cells) height(row int, points float64) {
	c.at(1, row)
	c.rows[row-1].points = points
}

func (c *cells) words(col, row, shared int) {
	m := c.at(col, row)
	m.bits, m.holds = uint64(shared), sharedWords
}

func (c *cells) number(col, row int, x float64) {
	m := c.at(col, row)
	m.bits, m.holds = math.Float64bits(x), plainNumber
}

// formula puts a formula behind a number that was written before.
func (c *cells) formula(col, row int, f string) {
	if c.formulas == nil {
		c.formulas = map[[2]int]string{}
	}
	c.formulas[[2]int{col, row}] = f
	c.at(col, row).holds = computed
}

// paint gives an area a style.
func (c *cells) paint(c1, r1, c2, r2, style int) {
	for row := r1; row <= r2; row++ {
		c.at(c2, row)
		for i := c1; i <= c2; i++ {
			c.rows[row-1].cells[i-1].style = int32(style)
		}
	}
}
