package model

import (
	"math/bits"
	"slices"
)

// Limits say which rules are looked for.
type Limits struct {
	Support    int64   // baskets with left and right, at least 1
	Confidence float64 // at least, from 0 to 1
	Things     int     // on both sides together, at most; 10 where 0
}

// Rules returns every rule with one thing on the right and one or more on the left
// that keeps the limits, in order of left and right. Baskets are in ascending order
// and name each thing, numbered from 0 to below things, once. Sets are grown thing
// by thing and counted by intersecting bits, one for each basket and thing that is
// frequent enough: for thousands of things take Pairs. Source: M. J. Zaki, Scalable
// algorithms for association mining, IEEE TKDE 12 (2000), Eclat.
func Rules(baskets [][]int32, things int, limits Limits) []Rule {
	m := &mine{limits: limits, of: int64(len(baskets)), counts: map[string]int64{}}
	m.limits.Support = max(limits.Support, 1)
	if m.limits.Things <= 0 {
		m.limits.Things = 10
	}
	var first []set
	for t, places := range lists(baskets, Counts(baskets, things), m.limits.Support) {
		if places != nil {
			first = append(first, set{[]int32{int32(t)}, placed(places, len(baskets)), int64(len(places))})
		}
	}
	m.grow(first)
	slices.SortFunc(m.found, func(a, b []int32) int { return slices.Compare(a, b) })
	return m.rules()
}

// A set is things that come together, and the baskets that hold them.
type set struct {
	things []int32
	held   []uint64
	n      int64
}

type mine struct {
	limits Limits
	of     int64
	counts map[string]int64 // by key of the things
	found  [][]int32
}

// grow joins each set with every later one that shares all but the last thing.
func (m *mine) grow(sets []set) {
	for i, a := range sets {
		m.counts[key(a.things)] = a.n
		m.found = append(m.found, a.things)
		if len(a.things) >= m.limits.Things {
			continue
		}
		var longer []set
		for _, b := range sets[i+1:] {
			if held, n := both(a.held, b.held); n >= m.limits.Support {
				things := append(slices.Clone(a.things), b.things[len(b.things)-1])
				longer = append(longer, set{things, held, n})
			}
		}
		m.grow(longer)
	}
}

// rules takes each thing of each set to the right in turn.
func (m *mine) rules() []Rule {
	var out []Rule
	for _, things := range m.found {
		for i, right := range things {
			left := slices.Concat(things[:i], things[i+1:])
			if len(left) == 0 {
				continue
			}
			r := Rule{Left: left, Right: right, Both: m.counts[key(things)], Lefts: m.counts[key(left)], Rights: m.counts[key([]int32{right})], Of: m.of}
			if r.Confidence() >= m.limits.Confidence {
				out = append(out, r)
			}
		}
	}
	slices.SortFunc(out, func(a, b Rule) int {
		return slices.Compare(append(slices.Clone(a.Left), a.Right), append(slices.Clone(b.Left), b.Right))
	})
	return out
}

func key(things []int32) string {
	b := make([]byte, 0, 4*len(things))
	for _, t := range things {
		b = append(b, byte(t), byte(t>>8), byte(t>>16), byte(t>>24))
	}
	return string(b)
}

func placed(places []int32, of int) []uint64 {
	words := make([]uint64, (of+63)/64)
	for _, at := range places {
		words[at/64] |= 1 << (at % 64)
	}
	return words
}

func both(a, b []uint64) ([]uint64, int64) {
	out, n := make([]uint64, len(a)), 0
	for i := range a {
		out[i] = a[i] & b[i]
		n += bits.OnesCount64(out[i])
	}
	return out, int64(n)
}

// lists returns, for each thing that enough baskets hold, the places of those.
func lists(baskets [][]int32, counts []int64, least int64) [][]int32 {
	holding := make([][]int32, len(counts))
	for t, n := range counts {
		if n >= least {
			holding[t] = make([]int32, 0, n)
		}
	}
	for at, basket := range baskets {
		for _, t := range basket {
			if counts[t] >= least {
				holding[t] = append(holding[t], int32(at))
			}
		}
	}
	return holding
}
