package block

import (
	"cmp"
	"slices"
)

// blocks are the blocks of one rule, ready to visit.
type blocks struct {
	entries []entry  // records of one block in a row, in order; none alone
	keys    []uint32 // by record, before anything was parted
	same    same
	count   Count
	skipped []Skip // single blocks
}

// desk is the room in which rules are sorted, one while another is visited.
type desk struct {
	entries [][]entry
	keys    [][]uint32
}

func newDesk(n int) *desk {
	d := &desk{}
	for range 3 {
		d.entries = append(d.entries, make([]entry, n))
	}
	for range 2 {
		d.keys = append(d.keys, make([]uint32, n))
	}
	return d
}

// free takes back the room of blocks that were visited.
func (d *desk) free(b *blocks) {
	d.entries, d.keys = append(d.entries, b.entries[:cap(b.entries)]), append(d.keys, b.keys)
}

// prepare sorts the records of a rule into blocks.
func (d *desk) prepare(r Rule, limit int) *blocks {
	b := &blocks{keys: pop(&d.keys), same: r.together, count: Count{Rule: r.Name}}
	e, spare := pop(&d.entries)[:0], pop(&d.entries)
	for i := range b.keys {
		k := r.Key(uint32(i))
		b.keys[i] = k
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
	d.entries = append(d.entries, spare[:cap(spare)])
	return b
}

func pop[T any](s *[]T) T {
	last := len(*s) - 1
	x := (*s)[last]
	*s = (*s)[:last]
	return x
}

// together is whether two records have the key of a rule in common.
func (r Rule) together(a, b uint32) bool {
	k := r.Key(a)
	return k != 0 && k == r.Key(b)
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
	parted []uint32 // by record: the number of its block
	*blocks
}

func (n *narrowing) all(e []entry) {
	n.parted = make([]uint32, len(n.blocks.keys))
	n.same = func(a, b uint32) bool { return n.parted[a] != 0 && n.parted[a] == n.parted[b] }
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
	key, left := n.rule.Finer[level], e[:0]
	for _, x := range e {
		if k := key(recordOf(x)); k != 0 {
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
		n.parted[recordOf(x)] = n.number
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
