package linkage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"clientele/transform/match"
	"clientele/transform/match/truth"
)

// find says what this engine makes of the records of a case, which stand before the
// background.
func find(res match.Result, n int) truth.Finding {
	f := truth.Finding{Group: make([]int, n), Kin: &[][2]int{}}
	for c, members := range res.Clusters {
		for _, i := range members {
			if int(i) < n {
				f.Group[i] = c
			}
		}
	}
	within := func(pairs []match.Pair, out *[][2]int) {
		for _, p := range pairs {
			if int(max(p.A, p.B)) < n {
				*out = append(*out, [2]int{int(min(p.A, p.B)), int(max(p.A, p.B))})
			}
		}
	}
	within(res.Review, &f.Review)
	within(res.Kin, f.Kin)
	return f
}

func TestTrickyCases(t *testing.T) {
	background, err := truth.Background(600)
	if err != nil {
		t.Fatal(err)
	}
	learnt := New(match.Options{Country: truth.CaseCountry})
	for i := range background {
		learnt.Add(&background[i])
	}
	model := learnt.Train()
	for _, c := range truth.Cases() {
		t.Run(fmt.Sprintf("%d %s", c.Number, c.Rule), func(t *testing.T) {
			opts := match.Options{Country: truth.CaseCountry, OwnAddresses: []string{truth.OwnAddress}}
			tab := New(opts)
			for _, p := range append(slices.Clone(c.Records), background...) {
				tab.Add(&p)
			}
			res := tab.Link(model)
			if complaints := c.Complaints(find(res, len(c.Records))); len(complaints) > 0 {
				t.Errorf("%s\n%s", strings.Join(complaints, "; "), reckoning(tab, model, len(c.Records)))
			}
		})
	}
}

// reckoning shows what was made of every pair of the first n records.
func reckoning(t *Table, m *Model, n int) string {
	g := t.weighing(m)
	var b strings.Builder
	for i := range n {
		for j := i + 1; j < n; j++ {
			x, y := uint32(t.rank[i]), uint32(t.rank[j])
			p, q := &t.records[x], &t.records[y]
			s := g.side(p)
			fmt.Fprintf(&b, "%d-%d: %s", i, j, t.clash(p, q))
			if p.is(firm) == q.is(firm) {
				o := s.odds(p, q)
				fmt.Fprintf(&b, " same %.1f kin %.1f:", o.same, o.kin)
				for k, c := range s.part.cmps {
					if l := c.eval(t, p, q); l != null {
						m, h, u := s.evidence(k, l, p, q)
						fmt.Fprintf(&b, "  %s %s %.1f/%.1f", c.name, c.levels[l].words, m-u, m-h)
					}
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}
