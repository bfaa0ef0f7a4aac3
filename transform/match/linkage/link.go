package linkage

import (
	"slices"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/block"
	"clientele/transform/match/cluster"
)

// Link decides which of the records are one customer, weighing them by a model; nil
// learns one first. Every record is in exactly one cluster. Time and memory are
// about linear in the number of records.
func (t *Table) Link(m *Model) match.Result {
	t.seal()
	if m == nil {
		m = t.Train()
	}
	g := t.weighing(m)
	edges := append(g.people.edges(), g.companies.edges()...)
	slices.SortFunc(edges, func(a, b cluster.Edge) int { return comparePairs(a.A, a.B, b.A, b.B) })
	groups := cluster.Group(len(t.records), edges, g.score, t.settled.Ties, preset(t.opts.Preset))
	return g.result(groups)
}

// Link is New, Add of every party, and Link.
func Link(parties []extract.Party, opts match.Options, m *Model) match.Result {
	t := New(opts)
	for i := range parties {
		t.Add(&parties[i])
	}
	return t.Link(m)
}

func comparePairs(a, b, x, y uint32) int {
	switch {
	case a != x:
		return int(int64(a) - int64(x))
	default:
		return int(int64(b) - int64(y))
	}
}

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
	kin    []match.Pair // by place
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

// edges weighs all candidate pairs and keeps those that may join.
func (s *side) edges() []cluster.Edge {
	p := s.part
	edges, kin := make([][]cluster.Edge, processors()), make([][]match.Pair, processors())
	s.report = block.Pairs(len(p.rows), p.rules(), block.Options{Workers: len(edges)}, func(w int, i, j uint32) {
		a, b := p.rows[i], p.rows[j]
		x, y := &p.t.records[a], &p.t.records[b]
		if p.t.clash(x, y) != "" {
			return
		}
		o := s.weigh(x, y)
		if o.same >= keep {
			edges[w] = append(edges[w], cluster.Edge{A: a, B: b, Bits: float32(o.same)})
		}
		if o.kin >= keepKin {
			kin[w] = append(kin[w], match.Pair{A: int32(a), B: int32(b), Score: o.kin})
		}
	})
	s.kin = slices.Concat(kin...)
	return slices.Concat(edges...)
}

// score is what two records have in evidence, wherever they stand.
func (g *weighing) score(a, b uint32) float64 {
	x, y := &g.t.records[a], &g.t.records[b]
	if x.is(erased) || y.is(erased) || g.t.clash(x, y) != "" {
		return impossible
	}
	if x.is(firm) {
		return g.companies.weigh(x, y).same
	}
	return g.people.weigh(x, y).same
}
