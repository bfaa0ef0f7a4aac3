package excel

import (
	"math"
	"testing"
)

// blocksOf is a sheet of 200 characters' width with blocks of so many rows each, below a head of 5 rows.
func blocksOf(rows ...int) (*sheet, paper) {
	s := (&book{}).sheet("Tall")
	s.widths[1] = 200
	p := paper{lastCol: 1, lastRow: 5}
	for _, n := range rows {
		p.breaks = append(p.breaks, p.lastRow+1)
		p.lastRow += n
	}
	return s, p
}

func TestPagesBeginWithBlocks(t *testing.T) {
	for _, c := range []struct {
		rule   string
		rows   []int
		scale  float64
		starts []int
		pages  int
	}{
		{"all on one", []int{20, 10}, .58, nil, 1},
		{"the second block would be cut", []int{30, 30}, .58, []int{36}, 2},
		{"at a larger size the third too", []int{20, 20, 20}, .74, []int{26, 46}, 3},
		{"two that go together stay together", []int{40, 20, 20}, .58, []int{46}, 2},
		{"a block longer than a page begins where there is room", []int{10, 80}, .58, nil, 2},
		{"and on a page of its own where there is little", []int{40, 80}, .58, []int{46}, 3},
		{"what follows a block that ends about where a page does begins the next", []int{52, 20}, .58, []int{58}, 3},
	} {
		s, p := blocksOf(c.rows...)
		starts, pages := s.paginated(p, c.scale)
		if len(starts) != len(c.starts) || pages != c.pages {
			t.Errorf("%s: begin with rows %v on %d pages, want %v on %d", c.rule, starts, pages, c.starts, c.pages)
			continue
		}
		for i := range starts {
			if starts[i] != c.starts[i] {
				t.Errorf("%s: begin with rows %v, want %v", c.rule, starts, c.starts)
			}
		}
	}
}

func TestAMarginMakesLettersSmallerWithoutTheContentLosingAPlace(t *testing.T) {
	if got := marginFor(paperWidth); got != sideMargin {
		t.Errorf("a page at full size has a margin of %g", got)
	}
	if got := paperInches - 2*marginFor(paperWidth/2); math.Abs(got-(paperInches-2*sideMargin)/2) > .02 {
		t.Errorf("half the width leaves %g inches", got)
	}
	if got := marginFor(3 * paperWidth); got != sideMargin {
		t.Errorf("what is wider than a page has a margin of %g", got)
	}
}
