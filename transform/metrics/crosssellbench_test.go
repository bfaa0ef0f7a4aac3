package metrics

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"clientele/transform"
)

// Learning rules, offers and campaigns from 100,000 households over 200 categories,
// eight each, every second of which goes with the one before it.
func BenchmarkAssociate100000Households(b *testing.B) {
	d := rand.New(rand.NewPCG(7, 8))
	l := &transform.Ledger{}
	for i := range 200 {
		l.Products = append(l.Products, product(i))
	}
	s := New(october(), l, Defaults())
	for i := range 100_000 {
		x := &life{row: &transform.Figures{}, reachable: i%2 == 0}
		x.row.ID, x.row.State, x.row.Orders = idOf(i), transform.StateActive, 10
		x.row.Household, x.row.Segment = x.row.ID, fmt.Sprint("Type ", i%8)
		for was := 0; len(x.buys) < 8; {
			n := int(200 * d.Float64() * d.Float64())
			if d.Float64() < .3 { // goes with the one before
				n = was ^ 1
			}
			was = n
			c := s.goods.index(categoryOf(&l.Products[n], s.rules))
			at := x.buyOf(c)
			at.thisYear, at.net = true, at.net+Money(d.IntN(1_000_000))
			x.row.Revenue += at.net
		}
		s.lives = append(s.lives, x)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		s.cross = crossed{}
		s.associate()
		if x := s.cut(transform.Scope{}).crossSell(); x.Households != 100_000 {
			b.Fatal(x.Households)
		}
	}
}
