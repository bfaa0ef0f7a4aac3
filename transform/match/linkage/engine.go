package linkage

import (
	"math"
	"slices"

	"clientele/extract"
	"clientele/transform/match"
)

// Match links the parties by a model as Encode wrote it; without one it learns one,
// and returns it, or, if it is not to learn, goes by what is known without records.
func Match(parties []extract.Party, opts match.Options, model []byte, learn bool) (match.Result, []byte, error) {
	t := New(opts)
	for i := range parties {
		t.Add(&parties[i])
	}
	m, body, err := t.modelFor(model, learn)
	if err != nil {
		return match.Result{}, nil, err
	}
	res := t.Link(m)
	res.Excluded = match.CountExcluded(parties, opts.Exclusions)
	return res, body, nil
}

// modelFor returns the model to go by, and what it is written as if it was learnt.
func (t *Table) modelFor(body []byte, learn bool) (*Model, []byte, error) {
	switch {
	case learn:
		m := t.Train()
		body, err := m.Encode()
		return m, body, err
	case len(body) > 0:
		m, err := Decode(body)
		return m, nil, err
	}
	return t.Builtin(), nil, nil
}

// Builtin is the model of what is known without any records, but for how often
// values occur.
func (t *Table) Builtin() *Model {
	t.seal(nil)
	return &Model{Version: Version, Terms: t.allTerms(), Persons: builtin(persons()), Firms: builtin(firms())}
}

// Learnt says what a model knows.
func (m *Model) Learnt() match.Learnt {
	shared := 0
	for _, values := range m.Shared { // a sum
		shared += len(values)
	}
	return match.Learnt{Records: m.Records, Shared: shared, Schemes: []match.Scheme{m.Persons.learnt("persons"), m.Firms.learnt("companies")}}
}

func (s *Scheme) learnt(name string) match.Scheme {
	out := match.Scheme{Name: name, Pairs: s.Weighed, Same: s.Same, Kin: s.Kin}
	for _, f := range s.Fields {
		field := match.Field{Name: f.Name}
		for _, l := range slices.Backward(f.Levels) {
			field.Levels = append(field.Levels, match.Level{Name: l.Words, Same: l.Same, Kin: l.Kin, Chance: l.Stranger})
		}
		out.Fields = append(out.Fields, field)
	}
	return out
}

func (g *weighing) seen() []match.Seen {
	return []match.Seen{g.people.seen("persons"), g.companies.seen("companies")}
}

func (s *side) seen(name string) match.Seen {
	out := match.Seen{Scheme: name, Pairs: s.report.Pairs, Same: s.found / math.Max(s.part.allPairs(), 1)}
	for k, c := range s.part.cmps {
		f := match.SeenField{Name: c.name}
		for l := len(c.levels) - 1; l >= 0; l-- {
			f.Levels = append(f.Levels, s.shown[k][l])
		}
		f.Missing = s.shown[k][null]
		out.Fields = append(out.Fields, f)
	}
	return out
}
