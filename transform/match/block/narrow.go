package block

import (
	"cmp"
	"slices"
)

// blocks are the blocks of one rule, ready to visit.
type blocks struct {
	entries []entry  // records of one block in a row, in order; none alone
	keys    []uint32 // by record: equal and not 0 only within one block
	count   Count
	skipped []Skip // single blocks
}

// prepare sorts the records of a rule into blocks. It needs two buffers and hands
// back the one it has no use for any more.
func prepare(r Rule, limit int, buf, spare []entry) (*blocks, []entry) {
	b := &blocks{keys: r.Keys, count: Count{Rule: r.Name}}
	e := buf[:0]
	for i, k := range r.Keys {
		if k != 0 {
			e = append(e, entryOf(k, uint32(i)))
		}
	}
	e, spare = sorted(e, spare)
	if largest(e) > limit {
		n := narrowing{rule: r, limit: limit, blocks: b, spare: spare}
		n.all(e)
	} else {
		b.entries = alike(e)
	}
	return b, spare[:cap(spare)]
}

func largest(e []entry) int {
	most := 0
	for from := 0; from < len(e); {
		to := end(e, from)
		most, from = max(most, to-from), to
	}
	return most
}

// alike drops the records that are alone with their key.
func alike(e []entry) []entry {
	out := e[:0]
	for from := 0; from < len(e); {
		to := end(e, from)
		if to-from > 1 {
			out = append(out, e[from:to]...)
		}
		from = to
	}
	return out
}

// narrowing parts the blocks of a rule that are too large. All blocks of the rule
// get new numbers as keys: a mix of two keys could be equal to a third by accident,
// and a pair would be taken for visited that never was.
type narrowing struct {
	rule   Rule
	limit  int
	spare  []entry
	number uint32
	*blocks
}

func (n *narrowing) all(e []entry) {
	n.keys = make([]uint32, len(n.rule.Keys))
	n.entries = e[:0] // what is kept is never ahead of what is read
	for from := 0; from < len(e); {
		to := end(e, from)
		n.part(e[from:to], 0)
		from = to
	}
}

// part keeps a block, or what finer keys make of it.
func (n *narrowing) part(e []entry, level int) {
	switch {
	case len(e) <= n.limit:
		n.keep(e)
	case level == len(n.rule.Finer):
		n.skip(e)
	default:
		if level == 0 {
			n.count.Narrowed += len(e)
		}
		n.finer(e, level)
	}
}

// finer sorts a block by the next key and goes on with each of its parts.
func (n *narrowing) finer(e []entry, level int) {
	keys, left := n.rule.Finer[level], e[:0]
	for _, x := range e {
		if k := keys[recordOf(x)]; k != 0 {
			left = append(left, entryOf(k, recordOf(x)))
		}
	}
	n.count.Parted += pairsIn(len(e))
	order, _ := sorted(left, n.spare)
	copy(left, order)
	for from := 0; from < len(left); {
		to := end(left, from)
		n.count.Parted -= pairsIn(to - from)
		n.part(left[from:to], level+1)
		from = to
	}
}

func (n *narrowing) keep(e []entry) {
	if len(e) < 2 {
		return
	}
	n.number++
	for _, x := range e {
		n.entries = append(n.entries, entryOf(n.number, recordOf(x)))
		n.keys[recordOf(x)] = n.number
	}
}

func (n *narrowing) skip(e []entry) {
	n.skipped = append(n.skipped, Skip{n.rule.Name, len(e), pairsIn(len(e)), recordOf(e[0])})
}

func pairsIn(records int) int64 { return int64(records) * int64(records-1) / 2 }

// note adds what a rule did to the report.
func (r *Report) note(b *blocks) {
	r.Rules = append(r.Rules, b.count)
	r.Pairs += b.count.Pairs
	if len(b.skipped) == 0 {
		return
	}
	sum := b.skipped[0]
	for _, s := range b.skipped[1:] {
		sum.Records, sum.Pairs, sum.First = sum.Records+s.Records, sum.Pairs+s.Pairs, min(sum.First, s.First)
	}
	r.Skipped = append(r.Skipped, sum)
	r.Largest = append(r.Largest, b.skipped...)
	slices.SortStableFunc(r.Largest, func(a, b Skip) int {
		return cmp.Or(cmp.Compare(b.Records, a.Records), cmp.Compare(a.First, b.First))
	})
	r.Largest = r.Largest[:min(len(r.Largest), 10)]
}
