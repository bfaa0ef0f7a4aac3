package linkage

import (
	"math"

	"clientele/extract"
)

// A Reckoning is how two records are weighed, as a person can follow it.
type Reckoning struct {
	Lines []Line  // what is known before the records are looked at first, then field by field
	Bits  float64 // what counts: evidence that the two are one customer
	Clash string  // why they cannot be one, whatever the lines say; empty if they can
	Cut   bool    // a rule lets them count less than the lines say
}

// A Line is what one field says.
type Line struct {
	Field  string  // empty for what is known before
	Words  string  // "same e-mail"
	Chance float64 // bits for one customer against two strangers
	Kin    float64 // bits for one customer against two of one household or company
}

// Best is how many bits a pair must have to join by itself under the options' preset.
func (t *Table) Best() float64 { return preset(t.opts.Preset).Best }

// A Reckoner explains how the records of a table are weighed by one model.
type Reckoner struct{ g *weighing }

// Reckoner returns it for a model; nil goes by what is known without any records.
func (t *Table) Reckoner(m *Model) Reckoner {
	t.seal(m)
	if m == nil {
		m = t.Builtin()
	}
	return Reckoner{t.weighing(m)}
}

// Explain weighs two records as Link does. It reports whether both are in the table.
func (r Reckoner) Explain(a, b extract.Ref) (Reckoning, bool) {
	g, t := r.g, r.g.t
	i, ok := t.find(a)
	j, too := t.find(b)
	if !ok || !too || i == j {
		return Reckoning{}, false
	}
	x, y := &t.records[i], &t.records[j]
	out := Reckoning{Bits: g.score(i, j)}
	switch {
	case x.is(erased) || y.is(erased):
		out.Clash = "an erased record"
		return out, true
	case x.is(firm) != y.is(firm):
		out.Clash = t.clash(x, y)
		return out, true
	}
	s := g.side(x)
	out.Clash, out.Lines = t.clash(x, y), s.lines(x, y)
	out.Cut = out.Clash == "" && out.Bits < total(out.Lines)-.001
	return out, true
}

// lines lists what each field says about two records.
func (s *side) lines(a, b *record) []Line {
	p := s.part
	crowd := math.Log2(float64(p.t.crowd(a, b) - 1))
	out := []Line{{Words: "before anything is known", Chance: s.same - s.none, Kin: s.same - s.scorer.kin - crowd}}
	q := p.pattern(a, b)
	for k, c := range p.cmps {
		l := q.level(k)
		if l == null {
			continue
		}
		m, h, u := s.evidence(k, l, a, b)
		out = append(out, Line{Field: c.name, Words: phrase(c.name, c.levels[l].words), Chance: m - u, Kin: m - h})
	}
	return out
}

// total is what lines come to against strangers and kin together.
func total(lines []Line) float64 {
	var chance, kin float64
	for _, l := range lines {
		chance, kin = chance+l.Chance, kin+l.Kin
	}
	return -plus(-chance, -kin)
}
