package linkage_test

import (
	"testing"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
	"clientele/transform/match/truth"
)

// townsfolk is how many records are linked.
const townsfolk = 100_000

// BenchmarkLinkage measures what a day costs, from records to groups by a model that
// is there, and a first day, which learns one.
func BenchmarkLinkage(b *testing.B) {
	var parties []extract.Party
	for r := range truth.Town(1, townsfolk) {
		parties = append(parties, r.Party)
	}
	_, model, err := linkage.Match(parties, match.Options{}, nil, true)
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		model []byte
	}{{"stored model", model}, {"learning", nil}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := linkage.Match(parties, match.Options{}, c.model, c.model == nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(townsfolk)*float64(b.N)/b.Elapsed().Seconds(), "records/s")
		})
	}
}
