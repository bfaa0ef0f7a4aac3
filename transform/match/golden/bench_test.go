package golden

import (
	"fmt"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// crowd makes records of which three in ten are second or third ones of a customer,
// written a little differently.
func crowd(n int) ([]extract.Party, match.Result, []transform.CustomerID) {
	parties, res := make([]extract.Party, n), match.Result{}
	var ids []transform.CustomerID
	for i := range parties {
		who := i
		if len(res.Clusters) > 0 && i%10 >= 7 {
			who = int(res.Clusters[len(res.Clusters)-1][0])
			res.Clusters[len(res.Clusters)-1] = append(res.Clusters[len(res.Clusters)-1], int32(i))
			res.Merges = append(res.Merges, match.Pair{A: int32(who), B: int32(i), Reason: "same e-mail"})
		} else {
			res.Clusters = append(res.Clusters, []int32{int32(i)})
			ids = append(ids, transform.CustomerID(fmt.Sprintf("C%08d", i)))
		}
		parties[i] = person(i, who)
	}
	return parties, res, ids
}

func person(i, who int) extract.Party {
	p := extract.Party{
		Ref: extract.Ref{Source: [...]string{"crm", "shop", "till"}[i%3], ID: fmt.Sprintf("%08d", i)}, Type: extract.Person,
		First: fmt.Sprintf("Anna%d", who%977), Last: fmt.Sprintf("Wendler%d", who%9973), Email: fmt.Sprintf("anna%d@posteo.de", who), Phone: fmt.Sprintf("030 5%06d", who%1_000_000),
		Street: fmt.Sprintf("Feldweg %d", who%997), Zip: fmt.Sprintf("%05d", 10_000+who%80_000), City: "Olmen", Country: "DE", Segment: "Gold", Consent: extract.ConsentGiven,
		Created: extract.Instant(i+1) * oneDay, Changed: extract.Instant(i+1) * oneDay,
	}
	if i != who {
		p.Phone, p.Email, p.Segment = fmt.Sprintf("+49 30 5%06d", i%1_000_000), fmt.Sprintf("a.wendler%d@web.de", i), "Lead"
	}
	return p
}

func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprintf("%dk", n/1000), func(b *testing.B) {
			parties, res, ids := crowd(n)
			b.ReportAllocs()
			for b.Loop() {
				Merge(parties, res, ids, Options{Options: match.Options{Country: "DE"}})
			}
		})
	}
}

func BenchmarkOneCustomerOf(b *testing.B) {
	for _, n := range []int{100, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			parties := make([]extract.Party, n)
			var all []int32
			for i := range parties {
				parties[i] = person(i, i)
				all = append(all, int32(i))
			}
			for b.Loop() {
				Merge(parties, match.Result{Clusters: [][]int32{all}}, []transform.CustomerID{"X"}, Options{Options: match.Options{Country: "DE"}})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/record")
		})
	}
}
