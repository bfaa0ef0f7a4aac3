package model

import "slices"

// A Pair is two things, the smaller number first, and how many baskets hold both.
type Pair struct {
	A, B int32
	Both int64
}

// Counts returns how many baskets hold each thing. Things are numbered from 0 to
// below things; a basket names each once.
func Counts(baskets [][]int32, things int) []int64 {
	counts := make([]int64, things)
	for _, basket := range baskets {
		for _, t := range basket {
			counts[t]++
		}
	}
	return counts
}

// Pairs counts the baskets that hold two things, for all pairs that at least so
// many hold, in order of their numbers. Baskets are in ascending order and name
// each thing once, see Usable. What fewer baskets hold is passed over first, for no
// pair of it can be held by more (R. Agrawal and R. Srikant, VLDB 1994); the rest is
// counted one thing at a time, so that memory grows with the length of the baskets
// and not with the square of things. Time grows with the square of a basket's length.
func Pairs(baskets [][]int32, things int, least int64) []Pair {
	least = max(least, 1)
	s := newShelf(baskets, Counts(baskets, things), least)
	both := make([]int64, len(s.things))
	var met []int32 // things that stand in a basket with a
	var out []Pair
	for a := range s.things {
		met = met[:0]
		for _, at := range s.places[s.from[a]:s.from[a+1]] {
			for _, b := range s.line[at+1:] {
				if b == apart {
					break
				}
				if both[b] == 0 {
					met = append(met, b)
				}
				both[b]++
			}
		}
		out = s.pairs(out, int32(a), met, both, least)
	}
	return out
}

// apart stands between two baskets on a shelf.
const apart = -1

// A shelf is all baskets in one line, without what too few of them hold, and where
// each thing stands in it. Things have numbers of their own there, in the same order.
type shelf struct {
	things []int32 // their numbers outside
	line   []int32
	from   []int // of each thing, its first place among places
	places []int // in line
}

func newShelf(baskets [][]int32, counts []int64, least int64) *shelf {
	s := &shelf{from: []int{0}}
	number, length := make([]int32, len(counts)), 0
	for t, n := range counts {
		number[t] = apart
		if n >= least {
			number[t] = int32(len(s.things))
			s.things = append(s.things, int32(t))
			length += int(n)
			s.from = append(s.from, length)
		}
	}
	s.line, s.places = make([]int32, 0, length+len(baskets)), make([]int, length)
	next := slices.Clone(s.from)
	for _, basket := range baskets {
		start := len(s.line)
		for _, t := range basket {
			if a := number[t]; a != apart {
				s.places[next[a]] = len(s.line)
				next[a]++
				s.line = append(s.line, a)
			}
		}
		if len(s.line) > start {
			s.line = append(s.line, apart)
		}
	}
	return s
}

// pairs adds what a has enough baskets in common with, and forgets the counts.
func (s *shelf) pairs(out []Pair, a int32, met []int32, both []int64, least int64) []Pair {
	from := len(out)
	for _, b := range met {
		if both[b] >= least {
			out = append(out, Pair{A: s.things[a], B: s.things[b], Both: both[b]})
		}
		both[b] = 0
	}
	slices.SortFunc(out[from:], func(x, y Pair) int { return int(x.B) - int(y.B) })
	return out
}
