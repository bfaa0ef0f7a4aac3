package linkage

import (
	"cmp"
	"math"
	"slices"
)

// Beside the real records there are imagined ones, so that a handful of records is
// weighed sensibly: so many pairs, of which so many are one customer or kin.
const (
	imaginedPairs = imagined * imagined / 2
	imaginedSame  = 50.0
	imaginedKin   = 20.0
	known         = 20.0 // pairs that the built-in shares of levels count for
)

// learnable is how many pairs learning looks at, about.
const learnable = 600_000

// Train learns a model from all records that were added. It ends the taking in.
func (t *Table) Train() *Model {
	t.seal(nil)
	m := &Model{Version: Version, Records: len(t.records), Terms: t.allTerms(), Shared: t.sharing()}
	m.Persons = t.people().learn()
	m.Firms = t.companies().learn()
	return m
}

// tally is how many pairs show a pattern.
type tally struct {
	q pattern
	n float64
}

// learn finds the shares of the three classes by expectation maximisation over the
// candidate pairs. All pairs there are count: those that are no candidates are
// strangers. So the share of pairs that are one customer comes out as the sum of
// what the candidates are expected to be (no guess of recall is needed), and the
// shares of strangers are those of random pairs less what is one or kin.
func (p *part) learn() Scheme {
	s := builtin(p.cmps)
	s.Records = len(p.rows)
	if len(p.rows) < 2 {
		return s
	}
	prior := builtin(p.cmps)
	random := p.random(prior)
	seen := p.tallies()
	e := &expectation{part: p, prior: prior, random: random, seen: seen, all: p.allPairs()}
	e.candidates = p.counts()
	for _, x := range seen {
		e.candidates.add(x.q, x.n)
		s.Weighed += int64(x.n)
	}
	e.run(&s)
	return s
}

// tallies counts the patterns of the candidate pairs; of very many, those of a
// regular sample, scaled up.
func (p *part) tallies() []tally {
	zeros := p.choose()
	found := make([]map[pattern]int, processors())
	for w := range found {
		found[w] = make(map[pattern]int)
	}
	p.pairs(p.found != nil, func(w int, i, j uint32) {
		if ending(i, j) < zeros {
			return
		}
		a, b := &p.t.records[p.rows[i]], &p.t.records[p.rows[j]]
		if p.t.clash(a, b) == "" {
			found[w][p.pattern(a, b)]++
		}
	})
	return gather(found, math.Exp2(float64(zeros)))
}

func gather(found []map[pattern]int, every float64) []tally {
	all := make(map[pattern]int)
	for _, f := range found {
		for q, n := range f { // sums do not depend on the order
			all[q] += n
		}
	}
	out := make([]tally, 0, len(all))
	for q, n := range all { // sorted below
		out = append(out, tally{q, float64(n) * every})
	}
	slices.SortFunc(out, func(a, b tally) int { return cmp.Compare(a.q, b.q) })
	return out
}
