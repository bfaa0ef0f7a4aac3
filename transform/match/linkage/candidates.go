package linkage

import (
	"sync"
	"sync/atomic"

	"clientele/transform/match/block"
)

// candidates are the pairs of rows worth comparing, as blocking found them: learning
// and linking both want them, and finding them is the longer part of it. A pair takes
// four bytes, and a row of pairs of one record four more.
type candidates struct {
	report block.Report
	pieces [][]uint32 // each begins with a record
}

// Kept are so many pairs a record at most; beyond it they are found again.
const keptPairs = 24

const (
	pieceRows = 1 << 15
	ofRow     = 1 << 31 // marks the record that is paired with those after it
)

// pairs visits the pairs of rows worth comparing, each once, by several workers at
// once; how many there are and which worker meets a pair change nothing in what is
// visited. Those that are to be asked for again are kept, if they are not too many.
func (p *part) pairs(again bool, visit func(worker int, i, j uint32)) block.Report {
	if c := p.found; c != nil {
		c.visit(again, visit)
		return c.report
	}
	if !again {
		return block.Pairs(len(p.rows), p.rules(), block.Options{Workers: processors()}, visit)
	}
	lists := make([]list, processors())
	for w := range lists {
		lists[w].left = keptPairs*len(p.rows)/len(lists) + pieceRows
	}
	report := block.Pairs(len(p.rows), p.rules(), block.Options{Workers: len(lists)}, func(w int, i, j uint32) {
		lists[w].add(i, j)
		visit(w, i, j)
	})
	p.found = gathered(report, lists)
	return report
}

// list is the pairs one worker found.
type list struct {
	pieces [][]uint32
	last   []uint32 // the piece being filled
	row    uint32
	left   int // that may still be kept, -1 once there were more
}

func (l *list) add(i, j uint32) {
	if l.left--; l.left < 0 {
		l.pieces, l.last = nil, nil
		return
	}
	switch {
	case len(l.last)+2 > cap(l.last):
		l.close()
		l.last = append(make([]uint32, 0, pieceRows), i|ofRow)
	case l.row != i:
		l.last = append(l.last, i|ofRow)
	}
	l.row, l.last = i, append(l.last, j)
}

func (l *list) close() {
	if len(l.last) > 0 {
		l.pieces = append(l.pieces, l.last)
	}
}

// gathered is nil where a list was too long.
func gathered(report block.Report, lists []list) *candidates {
	c := &candidates{report: report}
	for w := range lists {
		l := &lists[w]
		if l.left < 0 {
			return nil
		}
		l.close()
		c.pieces = append(c.pieces, l.pieces...)
	}
	return c
}

// visit lets go of the pairs as it goes, unless they are to be asked for again.
func (c *candidates) visit(again bool, visit func(worker int, i, j uint32)) {
	var taken atomic.Int64
	var wait sync.WaitGroup
	for w := range processors() {
		wait.Go(func() {
			for n := taken.Add(1) - 1; n < int64(len(c.pieces)); n = taken.Add(1) - 1 {
				row := uint32(0)
				for _, x := range c.pieces[n] {
					if x&ofRow != 0 {
						row = x &^ ofRow
					} else {
						visit(w, row, x)
					}
				}
				if !again {
					c.pieces[n] = nil
				}
			}
		})
	}
	wait.Wait()
}
