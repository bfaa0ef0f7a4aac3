package excel

import (
	"fmt"

	"clientele/reports"
)

// stacked measures the blocks of a stack. A chart cannot stand in one: how many rows it covers is known only when
// everything beside it is drawn.
func (b *book) stacked(x reports.Stack) block {
	out := block{Block: x}
	for i, blk := range x {
		if _, ok := blk.(reports.Chart); ok {
			b.fail(fmt.Errorf("block %d of a stack is a chart; give it a place of its own in the band", i+1))
			continue
		}
		out.parts = append(out.parts, b.measured(blk))
	}
	return out
}

// stack draws blocks one below another and returns the last row used. What has a title stands clear of what is above.
func (s *sheet) stack(p page, parts []block, at side, row int) int {
	last := row - 1
	for i, part := range parts {
		row = last + 1
		if i > 0 && titled(part) {
			row++
		}
		if i > 0 {
			s.below = append(s.below, row)
		}
		last = s.block(p, part, at, row)
	}
	return max(last, row)
}

func titled(b block) bool {
	switch x := b.Block.(type) {
	case reports.Notes:
		return x.Title != ""
	case reports.Tabular:
		return b.grid != nil && b.grid.Title != ""
	}
	return true
}
