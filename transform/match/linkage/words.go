package linkage

import (
	"fmt"
	"slices"
	"strings"

	"clientele/transform/match/cluster"
)

// why says why a record came to its cluster.
func (g *weighing) why(m cluster.Merge) string {
	switch m.Reason {
	case cluster.Told:
		if w := g.t.settled.words[cluster.Pair{A: min(m.A, m.B), B: max(m.A, m.B)}]; w != "" {
			return w
		}
		return "put together through other records"
	case cluster.Alike:
		return "same in every field"
	}
	return g.agreements(m.A, m.B)
}

// doubt says why a close call was none.
func (g *weighing) doubt(d cluster.Doubt) string {
	if w := g.t.settled.words[cluster.Pair{A: min(d.A, d.B), B: max(d.A, d.B)}]; w != "" {
		return w
	}
	words := g.agreements(d.A, d.B)
	if against := g.differences(d.A, d.B); len(against) > 0 {
		words += "; other " + join(against)
	}
	switch {
	case d.Torn:
		return "fits two people alike: " + words
	case float64(d.Bits) >= preset(g.t.opts.Preset).Best:
		return words + "; other records of the two speak against it"
	}
	return words
}

// side returns who weighs a record.
func (g *weighing) side(r *record) *side {
	if r.is(firm) {
		return g.companies
	}
	return g.people
}

// agreements says in which fields two records agree: "same e-mail and last name".
func (g *weighing) agreements(a, b uint32) string {
	x, y := &g.t.records[a], &g.t.records[b]
	s := g.side(x)
	q := s.part.pattern(x, y)
	if said, known := s.said[q]; known {
		return said
	}
	if s.said == nil {
		s.said = make(map[pattern]string)
	}
	s.said[q] = s.agree(q)
	return s.said[q]
}

// agree says in which fields records of a pattern agree.
func (s *side) agree(q pattern) string {
	var said []string
	for k, c := range s.part.cmps {
		l := q.level(k)
		if l == null || l == 0 || s.levels[k][l].same < s.levels[k][l].stranger {
			continue
		}
		said = append(said, phrase(c.name, c.levels[l].words))
	}
	return join(sameName(said))
}

// differences lists the fields in which two records differ.
func (g *weighing) differences(a, b uint32) (said []string) {
	x, y := &g.t.records[a], &g.t.records[b]
	if why := g.t.clash(x, y); why != "" {
		return []string{"kind: " + why}
	}
	s := g.side(x)
	for k, c := range s.part.cmps {
		if l := c.eval(g.t, x, y); l != null && (l == 0 || s.levels[k][l].same < s.levels[k][l].stranger) {
			said = append(said, c.name)
		}
	}
	return said
}

// phrase puts a level before or behind its field, as people would.
func phrase(field, words string) string {
	switch {
	case words == "same" || words == "nearly the same" || words == "shared" || words == "alike":
		return words + " " + field
	case words == "a variant":
		return "a variant of the " + field
	case words == "exchanged":
		return "names in each other's place"
	case strings.HasPrefix(words, "same ") || strings.HasPrefix(words, "postcode "):
		return words
	}
	return field + " " + words
}

// sameName says "same name" for two same names.
func sameName(said []string) []string {
	i, j := slices.Index(said, "same first name"), slices.Index(said, "same last name")
	if i < 0 || j < 0 {
		return said
	}
	said = slices.Delete(slices.Clone(said), j, j+1)
	said[i] = "same name"
	return said
}

// join lists words as people do.
func join(said []string) string {
	switch len(said) {
	case 0:
		return "nothing"
	case 1:
		return said[0]
	}
	return strings.Join(said[:len(said)-1], ", ") + " and " + said[len(said)-1]
}

func (t *Table) conflict(c cluster.Conflict) string {
	return fmt.Sprintf("%s and %s: %s, but %s and %s: %s", t.say(c.Must.A), t.say(c.Must.B), t.settled.words[c.Must], t.say(c.Cannot.A), t.say(c.Cannot.B), t.settled.words[c.Cannot])
}
