package linkage

import (
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"clientele/transform/match"
	"clientele/transform/match/truth"
)

func TestCalib(t *testing.T) {
	s, ok := truth.Named(os.Getenv("SET"))
	if !ok {
		t.Skip()
	}
	parties, who, _, err := s.Load(truth.Folder())
	if err != nil {
		t.Fatal(err)
	}
	tab := New(match.Options{Country: s.Country})
	for i := range parties {
		tab.Add(&parties[i])
	}
	m := tab.Train()
	p := tab.people()
	true_ := p.counts()
	byw := map[int32][]uint32{}
	for place, i := range tab.order {
		byw[who.Of[i]] = append(byw[who.Of[i]], uint32(place))
	}
	for _, g := range byw {
		for x := range g {
			for y := x + 1; y < len(g); y++ {
				true_.add(p.pattern(&tab.records[g[x]], &tab.records[g[y]]), 1)
			}
		}
	}
	for k, f := range m.Persons.Fields {
		fmt.Println(f.Name)
		tot := sum(true_[k])
		for l, v := range f.Levels {
			fmt.Printf("   %-28s m %.5f true %.5f h %.5f u %.8f\n", v.Words, v.Same, true_[k][l]/tot, v.Kin, v.Stranger)
		}
	}
	g := tab.weighing(m)
	edges := g.people.edges()
	type tt struct {
		wrong, right int
		exp          float64
	}
	kinds := map[pattern]*tt{}
	for _, e := range edges {
		q := p.pattern(&tab.records[e.A], &tab.records[e.B])
		if kinds[q] == nil {
			kinds[q] = &tt{}
		}
		k := kinds[q]
		k.exp += 1 - 1/(1+math.Exp2(-float64(e.Bits)))
		if who.Of[tab.order[e.A]] == who.Of[tab.order[e.B]] {
			k.right++
		} else {
			k.wrong++
		}
	}
	var qs []pattern
	for q := range kinds {
		qs = append(qs, q)
	}
	slices.SortFunc(qs, func(a, b pattern) int {
		d := func(q pattern) float64 { return float64(kinds[q].wrong) - kinds[q].exp }
		if d(a) > d(b) {
			return -1
		}
		return 1
	})
	show := func(qs []pattern) {
		for _, q := range qs {
			o := ""
			for k, c := range p.cmps {
				if l := q.level(k); l != null {
					o += c.name + ":" + c.levels[l].words + "  "
				}
			}
			fmt.Printf("wrong %d expected %.1f right %d   %s\n", kinds[q].wrong, kinds[q].exp, kinds[q].right, o)
		}
	}
	show(qs[:min(30, len(qs))])
	fmt.Println("----")
	show(qs[max(0, len(qs)-15):])
}
