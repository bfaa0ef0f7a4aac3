package linkage

import (
	"slices"

	"clientele/transform/match/pile"
)

// part is the records that are compared with each other by one scheme: the people,
// or the companies.
type part struct {
	t    *Table
	cmps []comparison
	rows []uint32 // places of the records, ascending

	told  []int   // the comparisons of fields that any record has
	blank pattern // nulls for the others

	found *candidates // kept for who asks again
}

func (t *Table) people() *part {
	if t.persons == nil {
		t.persons = t.part(persons(), func(r *record) bool { return !r.is(firm) })
	}
	return t.persons
}

func (t *Table) companies() *part {
	if t.firms == nil {
		t.firms = t.part(firms(), func(r *record) bool { return r.is(firm) })
	}
	return t.firms
}

func (t *Table) part(cmps []comparison, of func(r *record) bool) *part {
	p := &part{t: t, cmps: cmps}
	var rows pile.Pile[uint32]
	for i := range t.records {
		if r := &t.records[i]; of(r) && !r.is(erased|double) {
			rows.Add(uint32(i))
		}
	}
	p.rows = rows.Slice()
	p.look()
	return p
}

// look finds out which fields any record has: sources rarely hold all.
func (p *part) look() {
	for k, c := range p.cmps {
		held := slices.ContainsFunc(p.rows, func(place uint32) bool {
			r := &p.t.records[place]
			return c.eval(p.t, r, r) != null
		})
		if held {
			p.told = append(p.told, k)
		} else {
			p.blank |= null << (4 * k)
		}
	}
}

func (p *part) allPairs() float64 { return float64(len(p.rows)) * float64(len(p.rows)-1) / 2 }

// The levels of all comparisons of a pair, four bits each.
type pattern uint64

func (q pattern) level(k int) uint8 { return uint8(q >> (4 * k) & 15) }

func (p *part) pattern(a, b *record) (q pattern) {
	q = p.blank
	for _, k := range p.told {
		q |= pattern(p.cmps[k].eval(p.t, a, b)) << (4 * k)
	}
	return q
}

// counts are numbers by comparison and level.
type counts [][]float64

func (p *part) counts() counts {
	c := make(counts, len(p.cmps))
	for k := range p.cmps {
		c[k] = make([]float64, len(p.cmps[k].levels))
	}
	return c
}

func (c counts) add(q pattern, n float64) {
	for k := range c {
		if l := q.level(k); l != null {
			c[k][l] += n
		}
	}
}

func sum(v []float64) (s float64) {
	for _, x := range v {
		s += x
	}
	return s
}
