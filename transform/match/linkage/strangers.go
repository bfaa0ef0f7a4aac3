package linkage

import (
	"math/rand/v2"
	"sync"

	"gonum.org/v1/gonum/floats"
)

// sampled is how many random pairs show how strangers agree. All pairs are looked
// at where there are no more.
const sampled = 200_000

// among is how two random records of a part agree.
type among struct {
	known []float64 // by comparison: the share of pairs that have the field on both sides
	share counts    // of those, the share of each level
}

// random looks at random pairs. What can be counted is counted: the share of pairs
// with one value in common is a matter of how often each value occurs.
func (p *part) random(prior Scheme) among {
	pairs := p.sample()
	seen, tried := p.agreements(pairs), float64(len(pairs))
	out := among{known: make([]float64, len(p.cmps)), share: seen}
	for k := range p.cmps {
		all := sum(seen[k])
		out.known[k] = all / max(tried, 1)
		for l := range seen[k] {
			seen[k][l] = (seen[k][l] + imaginedPairs*prior.Fields[k].Levels[l].Stranger*smoothing) / (all + imaginedPairs*smoothing)
		}
		p.exactly(k, seen[k], all, prior)
	}
	return out
}

// smoothing is what the built-in knowledge about strangers weighs, as a share of the
// pairs that are imagined.
const smoothing = 0.2

func (p *part) exactly(k int, share []float64, pairs float64, prior Scheme) {
	if p.cmps[k].exact == nil || pairs == 0 {
		return
	}
	for _, e := range p.cmps[k].exact(p.t) {
		if e.share > 0 {
			weight := imaginedPairs * smoothing / (float64(len(p.rows)) * float64(len(p.rows)))
			share[e.level] = (e.share + weight*prior.Fields[k].Levels[e.level].Stranger) / (1 + weight)
		}
	}
}

// agreements counts the levels that pairs show.
func (p *part) agreements(pairs [][2]uint32) counts {
	found := make([]counts, processors())
	var wait sync.WaitGroup
	for w := range found {
		found[w] = p.counts()
		wait.Go(func() {
			for _, x := range pairs[len(pairs)*w/len(found) : len(pairs)*(w+1)/len(found)] {
				found[w].add(p.pattern(&p.t.records[x[0]], &p.t.records[x[1]]), 1)
			}
		})
	}
	wait.Wait()
	for _, f := range found[1:] { // whole numbers: sums do not depend on the order
		for k := range f {
			floats.Add(found[0][k], f[k])
		}
	}
	return found[0]
}

// sample returns pairs of random records, or all there are.
func (p *part) sample() (out [][2]uint32) {
	n := len(p.rows)
	out = make([][2]uint32, 0, min(n*(n-1)/2, sampled))
	if n*(n-1)/2 <= sampled {
		for i, a := range p.rows {
			for _, b := range p.rows[i+1:] {
				out = append(out, [2]uint32{a, b})
			}
		}
		return out
	}
	dice := rand.New(rand.NewPCG(1, 2)) // the same pairs whenever the records are the same
	for range sampled {
		if a, b := p.rows[dice.IntN(n)], p.rows[dice.IntN(n)]; a != b {
			out = append(out, [2]uint32{a, b})
		}
	}
	return out
}
