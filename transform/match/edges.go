package match

import (
	"runtime"
	"sync"
)

// edge is a pair of places with its score.
type edge struct {
	a, b  int32
	score float64
}

// edges scores the pairs and returns those that may join records, and those a
// person should look at.
func (t *table) edges(pairs []uint64, s *ties) ([]edge, []Pair) {
	parts := make([][]edge, runtime.GOMAXPROCS(0))
	size := (len(pairs) + len(parts) - 1) / len(parts)
	var wait sync.WaitGroup
	for n := range parts {
		from, to := min(n*size, len(pairs)), min((n+1)*size, len(pairs))
		wait.Go(func() { parts[n] = t.scoreAll(pairs[from:to], s) })
	}
	wait.Wait()
	var kept []edge
	var review []Pair
	for _, part := range parts { // in order: cores change nothing
		for _, e := range part {
			if e.score >= Accept {
				kept = append(kept, e)
			} else {
				review = append(review, t.pair(e, ""))
			}
		}
	}
	return kept, review
}

func (t *table) scoreAll(pairs []uint64, s *ties) []edge {
	var out []edge
	for _, p := range pairs {
		a, b := int32(p>>32), int32(uint32(p))
		if score := t.score(a, b, s); score >= Look {
			out = append(out, edge{a, b, score})
		}
	}
	return out
}

// tied is the score of what was settled beforehand.
const tied = 100.0

// score returns the evidence for two places being one customer: settled matters
// first, then what the fields say; too few fields stay in the range to look at.
func (t *table) score(a, b int32, s *ties) float64 {
	pair := uint64(min(a, b))<<32 | uint64(max(a, b))
	if len(s.cannot) > 0 && s.cannot[pair] != "" {
		return apart
	}
	if len(s.why) > 0 && s.why[pair] != "" {
		return tied
	}
	i, j := t.order[a], t.order[b]
	p := t.compare(i, j)
	v := t.judge(i, j, &p)
	if v.thin {
		return min(v.score, Accept-0.5)
	}
	return v.score
}

// pair names an edge by the indices of the input.
func (t *table) pair(e edge, why string) Pair {
	i, j := t.order[e.a], t.order[e.b]
	return Pair{A: i, B: j, Score: e.score, Reason: why}
}
