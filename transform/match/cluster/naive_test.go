package cluster

import (
	"math"
	"math/rand/v2"
	"slices"
)

// world is records with scores in whole bits, so that sums are exact, and the pairs
// that blocking would have found.
type world struct {
	n      int
	scores map[Pair]float64
	edges  []Edge
	ties   Ties
}

func (w *world) score(a, b uint32) float64 { return w.scores[Pair{min(a, b), max(a, b)}] }

// newWorld has true groups whose records mostly agree, chance likeness between
// them, some clashes, and misses some pairs in blocking.
func newWorld(seed uint64, n int) *world {
	rng := rand.New(rand.NewPCG(seed, 7))
	w := &world{n: n, scores: map[Pair]float64{}}
	truth := make([]int, n)
	for i := range truth {
		truth[i] = rng.IntN(1 + n/3)
	}
	for a := range n {
		for b := a + 1; b < n; b++ {
			bits := float64(rng.IntN(20) - 17)
			if truth[a] == truth[b] {
				bits = float64(rng.IntN(45) - 9)
			}
			if rng.IntN(25) == 0 {
				bits = math.Inf(-1)
			}
			w.scores[Pair{uint32(a), uint32(b)}] = bits
			if bits >= -5 && rng.IntN(8) > 0 {
				w.edges = append(w.edges, Edge{uint32(a), uint32(b), float32(bits)})
			}
		}
	}
	return w
}

// tie adds words for and against pairs.
func (w *world) tie(seed uint64) *world {
	rng := rand.New(rand.NewPCG(seed, 8))
	pick := func() []Pair {
		var out []Pair
		for range rng.IntN(6) {
			if a, b := uint32(rng.IntN(w.n)), uint32(rng.IntN(w.n)); a != b {
				out = append(out, Pair{a, b})
			}
		}
		return out
	}
	if w.n > 1 {
		w.ties.Must, w.ties.Cannot = pick(), pick()
	}
	return w
}

// naive does the same in the plainest way: all groups against all, all pairs anew.
func naive(w *world, o Options) []uint32 {
	comp := newSets(w.n)
	for _, e := range w.edges {
		if float64(e.Bits) >= o.Loose {
			comp.join(e.A, e.B)
		}
	}
	var groups [][]uint32
	for i := range w.n {
		groups = append(groups, []uint32{uint32(i)})
	}
	for {
		x, y, best := -1, -1, math.Inf(-1)
		for i := range groups {
			for j := i + 1; j < len(groups); j++ {
				if comp.find(groups[i][0]) != comp.find(groups[j][0]) {
					continue
				}
				if mean, ok := w.fits(groups[i], groups[j], o); ok && mean > best {
					x, y, best = i, j, mean
				}
			}
		}
		if x < 0 {
			break
		}
		groups[x] = append(groups[x], groups[y]...)
		groups = slices.Delete(groups, y, y+1)
	}
	labels := make([]uint32, w.n)
	for _, g := range groups {
		for _, r := range g {
			labels[r] = slices.Min(g)
		}
	}
	return labels
}

func (w *world) fits(xs, ys []uint32, o Options) (mean float64, ok bool) {
	top := math.Inf(-1)
	for _, x := range xs {
		for _, y := range ys {
			bits := w.score(x, y)
			if math.IsInf(bits, -1) {
				return 0, false
			}
			top = max(top, bits)
			mean += min(max(bits, o.Low), o.High)
		}
	}
	mean /= float64(len(xs) * len(ys))
	return mean, top >= o.Best && mean >= o.Mean
}
