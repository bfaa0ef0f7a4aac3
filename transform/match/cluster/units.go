package cluster

import (
	"cmp"
	"math"
	"slices"
)

// units are what can be joined: a record, or several that are one beforehand. A unit
// is named by its smallest record.
type units struct {
	of      []uint32            // by record: its unit
	same    []uint32            // by record: which one is scored for it; nil if every one is
	members map[uint32][]uint32 // of units of several records that are scored: alike ones only once
	weight  map[uint32]int      // records of a unit where they are several
	copies  map[uint32]int      // how often a scored record stands there, if more than once
	never   map[uint32][]uint32 // units that can not be one with a unit
	defied  map[uint32]bool     // scored records of units whose own records clash: their clashes are no proof

	most    int  // how many records speak for a unit
	mending bool // the units are groups already

	joined    []Merge // within units
	edges     []Edge  // between records that were taken for alike and are kept apart
	conflicts []Conflict
}

// unite settles the ties.
func unite(n int, t Ties, score Score) *units {
	u := &units{most: speakers, members: map[uint32][]uint32{}, weight: map[uint32]int{}, copies: map[uint32]int{}, never: map[uint32][]uint32{}, defied: map[uint32]bool{}}
	same := u.alike(n, t, score)
	told := newSets(n)
	for i, s := range same {
		if s != uint32(i) {
			told.join(s, uint32(i))
			u.copies[s] = max(u.copies[s], 1) + 1
		}
	}
	against := newAgainst(told, t.Cannot)
	var overruled []Pair
	for _, m := range t.Must {
		a, b := told.find(m.A), told.find(m.B)
		if a == b {
			continue
		}
		if c, kept := against.between(a, b); kept {
			u.conflicts = append(u.conflicts, Conflict{Must: m, Cannot: c})
			continue
		}
		against.join(a, b)
		told.join(a, b)
		bits := score(m.A, m.B)
		u.joined = append(u.joined, Merge{A: m.A, B: m.B, Bits: float32(bits), Mean: float32(bits), Reason: Told})
		if math.IsInf(bits, -1) {
			overruled = append(overruled, m)
		}
	}
	told.flatten()
	u.of = told
	u.same = same
	u.list()
	for _, p := range overruled {
		for _, r := range u.members[told[p.A]] {
			u.defied[r] = true
		}
	}
	for _, c := range t.Cannot {
		u.apart(told[c.A], told[c.B])
	}
	return u
}

// alike returns by record which one stands for it. Records that must be kept apart
// stand for themselves, whatever they have in common.
func (u *units) alike(n int, t Ties, score Score) []uint32 {
	if t.Same == nil {
		return nil
	}
	same := slices.Clone(t.Same)
	alone := map[uint32]bool{}
	for _, c := range t.Cannot {
		if t.Same[c.A] == t.Same[c.B] {
			alone[c.A], alone[c.B] = true, true
		}
	}
	rest := map[uint32]uint32{} // who stands for the others of a broken set
	for i := range same {
		if !alone[uint32(i)] {
			if _, met := rest[t.Same[i]]; !met {
				rest[t.Same[i]] = uint32(i)
			}
		}
	}
	for i := range same {
		switch first, any := rest[t.Same[i]]; {
		case !alone[uint32(i)]:
			same[i] = first
		default:
			same[i] = uint32(i)
			if any {
				u.edges = append(u.edges, Edge{min(first, uint32(i)), max(first, uint32(i)), float32(score(first, uint32(i)))})
			}
		}
	}
	bits := map[uint32]float32{} // alike ones are alike to the same degree
	for i, s := range same {
		if s == uint32(i) {
			continue
		}
		if _, known := bits[s]; !known {
			bits[s] = float32(score(s, uint32(i)))
		}
		u.joined = append(u.joined, Merge{A: s, B: uint32(i), Bits: bits[s], Mean: bits[s], Reason: Alike})
	}
	return same
}

// list notes who is in units of several records.
func (u *units) list() {
	for i, unit := range u.of {
		r := uint32(i)
		if unit != r {
			u.weight[unit] = max(u.weight[unit], 1) + 1
		}
		if unit != r && u.scored(r) {
			if len(u.members[unit]) == 0 {
				u.members[unit] = []uint32{unit}
			}
			u.members[unit] = append(u.members[unit], r)
		}
	}
}

// scored is whether a record is scored itself, not by one that is alike.
func (u *units) scored(record uint32) bool { return u.same == nil || u.same[record] == record }

func (u *units) apart(a, b uint32) {
	if a != b {
		u.never[a] = append(u.never[a], b)
		u.never[b] = append(u.never[b], a)
	}
}

// against knows which sets are kept apart, while sets grow.
type against struct {
	sets sets
	by   map[uint32][]Pair // by set: the pairs that speak of it
}

func newAgainst(s sets, cannot []Pair) *against {
	a := &against{s, map[uint32][]Pair{}}
	for _, c := range cannot {
		for _, r := range []uint32{s.find(c.A), s.find(c.B)} {
			a.by[r] = append(a.by[r], c)
		}
	}
	return a
}

// between returns the smallest pair that keeps two sets apart.
func (a *against) between(x, y uint32) (found Pair, kept bool) {
	of := a.by[x]
	if len(a.by[y]) < len(of) {
		of = a.by[y]
	}
	for _, c := range of {
		p, q := a.sets.find(c.A), a.sets.find(c.B)
		if (p == x && q == y || p == y && q == x) && (!kept || comparePairs(c, found) < 0) {
			found, kept = c, true
		}
	}
	return found, kept
}

// join is said before the sets are joined: the smaller list goes into the larger.
func (a *against) join(x, y uint32) {
	small, large := a.by[x], a.by[y]
	if len(small) > len(large) {
		small, large = large, small
	}
	delete(a.by, max(x, y))
	if len(large) > 0 {
		a.by[min(x, y)] = append(large, small...)
	}
}

func comparePairs(x, y Pair) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) }
