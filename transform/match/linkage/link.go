package linkage

import (
	"cmp"
	"math"
	"slices"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/block"
	"clientele/transform/match/cluster"
	"clientele/transform/match/pile"
)

// Link decides which of the records are one customer, weighing them by a model; nil
// learns one first. A table is linked by one model. Every record is in exactly one cluster. Time and memory are
// about linear in the number of records.
func (t *Table) Link(m *Model) match.Result {
	t.seal(m)
	if m == nil {
		m = t.Train()
	}
	g := t.weighing(m)
	groups := cluster.Group(len(t.records), g.edges(), g.score, t.settled.Ties, preset(t.opts.Preset))
	return g.result(groups)
}

// Link is New, Add of every party, and Link.
func Link(parties []extract.Party, opts match.Options, m *Model) match.Result {
	t := New(opts)
	for i := range parties {
		t.Add(&parties[i])
	}
	res := t.Link(m)
	res.Excluded = match.CountExcluded(parties, opts.Exclusions)
	return res
}

func comparePairs(a, b, x, y uint32) int { return cmp.Or(cmp.Compare(a, x), cmp.Compare(b, y)) }

func preset(p match.Preset) cluster.Options {
	switch p {
	case match.Strict:
		return cluster.Strict()
	case match.Recall:
		return cluster.Recall()
	}
	return cluster.Balanced()
}

// weighing is the records of a table beside a model.
type weighing struct {
	t                 *Table
	people, companies *side
	model             *Model
}

// side is the weighing of people, or of companies.
type side struct {
	*scorer
	report block.Report
	kin    pile.Pile[kinPair]
	said   map[pattern]string // in which fields records of a pattern agree, in words
	shown  [][16]int64        // by comparison and level: the pairs that show it
	found  float64            // pairs that are expected to be one customer
}

func (t *Table) weighing(m *Model) *weighing {
	rare := t.rarities(m)
	return &weighing{
		t: t, model: m,
		people:    &side{scorer: t.people().scorer(&m.Persons, rare)},
		companies: &side{scorer: t.companies().scorer(&m.Firms, rare)},
	}
}

// Pairs are kept from these bits on.
const (
	keep    = -5.0 // as one customer: below nothing can join, nor is it worth a look
	keepKin = 0.0  // as kin
)

// watch is what one worker keeps and counts.
type watch struct {
	edges pile.Pile[cluster.Edge]
	kin   pile.Pile[kinPair]
	shown [][16]int64
}

// kinPair is two places, and the evidence in bits that they are kin: there are far
// more of them in between than in the end.
type kinPair struct {
	a, b uint32
	bits float32
}

// edges weighs all candidate pairs and keeps those that may join, in order.
func (g *weighing) edges() []cluster.Edge {
	edges := inOrder(append(g.people.edges(), g.companies.edges()...), len(g.t.records))
	for _, e := range edges { // in order: rounding must not depend on who saw which
		s := g.people
		if g.t.records[e.A].is(firm) {
			s = g.companies
		}
		s.found += 1 / (1 + math.Exp2(-float64(e.Bits)))
	}
	return edges
}

func (s *side) edges() []*pile.Pile[cluster.Edge] {
	p := s.part
	seen := make([]watch, processors())
	for w := range seen {
		seen[w].shown = make([][16]int64, len(p.cmps))
	}
	s.report = p.pairs(false, func(w int, i, j uint32) {
		a, b := p.rows[i], p.rows[j]
		x, y := &p.t.records[a], &p.t.records[b]
		q := p.pattern(x, y)
		seen[w].count(q)
		if sum := s.sums(x, y, q); !sum.hopeless() {
			seen[w].note(a, b, s.judge(x, y, q, sum))
		}
	})
	p.found = nil
	return s.gather(seen)
}

func (w *watch) count(q pattern) {
	for k := range w.shown {
		w.shown[k][q.level(k)]++
	}
}

func (w *watch) note(a, b uint32, o odds) {
	if o.same >= keep {
		w.edges.Add(cluster.Edge{A: a, B: b, Bits: float32(o.same)})
	}
	if o.kin >= keepKin {
		w.kin.Add(kinPair{a, b, float32(o.kin)})
	}
}

func (s *side) gather(seen []watch) (found []*pile.Pile[cluster.Edge]) {
	s.shown = make([][16]int64, len(s.part.cmps))
	for i := range seen {
		w := &seen[i]
		found = append(found, &w.edges)
		s.kin.Join(&w.kin)
		for k := range s.shown {
			for l := range s.shown[k] {
				s.shown[k][l] += w.shown[k][l]
			}
		}
	}
	return found
}

// inOrder lets go of gathered edges and sorts them by their records, of which there
// are n.
func inOrder(gathered []*pile.Pile[cluster.Edge], n int) []cluster.Edge {
	at := make([]int32, n+1)
	for _, p := range gathered {
		for e := range p.Each() {
			at[e.A+1]++
		}
	}
	for i := range n {
		at[i+1] += at[i]
	}
	out := make([]cluster.Edge, at[n])
	for _, p := range gathered {
		for e := range p.Each() {
			out[at[e.A]] = e
			at[e.A]++
		}
		*p = pile.Pile[cluster.Edge]{} // nobody asks again
	}
	for from := 0; from < len(out); {
		to := int(at[out[from].A])
		slices.SortFunc(out[from:to], func(a, b cluster.Edge) int { return cmp.Compare(a.B, b.B) })
		from = to
	}
	return out
}

// score is what two records have in evidence, wherever they stand.
func (g *weighing) score(a, b uint32) float64 {
	x, y := &g.t.records[a], &g.t.records[b]
	if x.is(erased) || y.is(erased) || x.is(firm) != y.is(firm) {
		return impossible
	}
	if x.is(firm) {
		return g.companies.odds(x, y).same
	}
	return g.people.odds(x, y).same
}
