package linkage

import (
	"encoding/binary"
	"sync"
	"sync/atomic"

	"clientele/transform/match/block"
)

// candidates are the pairs of rows worth comparing, as blocking found them: learning
// and linking both want them, and finding them is the longer part of it. A pair takes
// some three bytes, and a row of pairs of one record three more.
type candidates struct {
	report block.Report
	pieces []piece
}

// piece is rows of pairs. Each row is a record, doubled and one added, and how far each
// record it is paired with lies beyond the one before, doubled: in bytes of seven bits,
// the last of a number marked. Every piece begins with a row.
type piece []byte

// Kept are so many pairs a record at most; beyond it they are found again.
const keptPairs = 24

const (
	pieceBytes = 1 << 15
	rowMost    = 2 * binary.MaxVarintLen64 // bytes that one pair and its row may take
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
		lists[w].left = keptPairs*len(p.rows)/len(lists) + pieceBytes
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
	pieces   []piece
	last     piece // the one being filled
	row, end uint32
	left     int // that may still be kept, -1 once there were more
}

func (l *list) add(i, j uint32) {
	if l.left--; l.left < 0 {
		l.pieces, l.last = nil, nil
		return
	}
	full := len(l.last)+rowMost > cap(l.last)
	if full {
		l.close()
		l.last = make(piece, 0, pieceBytes)
	}
	if full || l.row != i {
		l.last = binary.AppendUvarint(l.last, uint64(i)<<1|1)
		l.row, l.end = i, i
	}
	l.last = binary.AppendUvarint(l.last, uint64(j-l.end)<<1)
	l.end = j
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
				c.pieces[n].visit(w, visit)
				if !again {
					c.pieces[n] = nil
				}
			}
		})
	}
	wait.Wait()
}

func (p piece) visit(w int, visit func(worker int, i, j uint32)) {
	var row, end uint32
	for len(p) > 0 {
		x, n := binary.Uvarint(p)
		p = p[n:]
		if x&1 != 0 {
			row, end = uint32(x>>1), uint32(x>>1)
			continue
		}
		end += uint32(x >> 1)
		visit(w, row, end)
	}
}
