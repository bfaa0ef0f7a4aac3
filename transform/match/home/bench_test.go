package home

import (
	"fmt"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// town invents customers: families of one to four with a house, every third with a
// phone in common, every seventh of another name.
func town(n int) (parties []extract.Party, res match.Result, customers []transform.Customer) {
	for i := 0; i < n; {
		family := len(customers) % 97 * 31
		for range 1 + family%4 {
			p := extract.Party{
				Ref: extract.Ref{Source: "shop", ID: fmt.Sprint(i)}, Type: extract.Person, First: fmt.Sprintf("Given%d", i%211), Last: fmt.Sprintf("Family%d", family*7%3001),
				Street: fmt.Sprintf("%d Orchard %d Lane", 1+i/4%90, i/360%800), Zip: fmt.Sprintf("%05d", 10000+i/40), City: "Tessenow",
				Email: fmt.Sprintf("given%d@posteo.de", i), Phone: fmt.Sprintf("030 %07d", 2000000+i/3),
			}
			if i%7 == 0 {
				p.Last = fmt.Sprintf("Family%d", i%3001)
			}
			parties = append(parties, p)
			res.Clusters = append(res.Clusters, []int32{int32(i)})
			customers = append(customers, transform.Customer{ID: transform.CustomerID(p.ID), Type: p.Type, Street: p.Street, Zip: p.Zip, City: p.City})
			i++
		}
	}
	return parties, res, customers
}

func BenchmarkDraw(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			parties, res, customers := town(n)
			b.ReportAllocs()
			for b.Loop() {
				Draw(parties, res, customers, Options{Options: match.Options{Country: "DE"}})
			}
		})
	}
}
