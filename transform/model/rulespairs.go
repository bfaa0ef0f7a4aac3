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
// each thing once. What fewer baskets hold is passed over first, for no pair of it
// can be held by more (R. Agrawal and R. Srikant, VLDB 1994); the rest is counted
// one thing at a time, so that memory grows with the length of the baskets and not
// with the square of things. Time grows with the square of a basket's length.
func Pairs(baskets [][]int32, things int, least int64) []Pair {
	least = max(least, 1)
	counts := Counts(baskets, things)
	holding := lists(baskets, counts, least)
	both := make([]int64, things)
	var seen []int32
	var out []Pair
	for a := range holding {
		seen = seen[:0]
		for _, at := range holding[a] {
			for _, b := range baskets[at] {
				if int(b) <= a || counts[b] < least {
					continue
				}
				if both[b]++; both[b] == least {
					seen = append(seen, b)
				}
			}
		}
		out = append(out, kept(int32(a), seen, both)...)
		clearOf(both, baskets, holding[a])
	}
	return out
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

func kept(a int32, seen []int32, both []int64) []Pair {
	slices.Sort(seen)
	out := make([]Pair, len(seen))
	for i, b := range seen {
		out[i] = Pair{A: a, B: b, Both: both[b]}
	}
	return out
}

func clearOf(both []int64, baskets [][]int32, places []int32) {
	for _, at := range places {
		for _, t := range baskets[at] {
			both[t] = 0
		}
	}
}
