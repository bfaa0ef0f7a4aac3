package linkage

import (
	"math"
	"testing"

	"clientele/extract"
	"clientele/transform/match"
)

// A source may bring a field that nobody had when the model was learnt.
func TestAFieldNobodyHadIsWeighedAsIsBuiltIn(t *testing.T) {
	table := New(match.Options{Country: "DE"})
	for i := range 1500 {
		name := string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + "berg"
		table.Add(&extract.Party{Ref: extract.Ref{Source: "s", ID: name + string(rune('a'+i/676))}, First: "Anna", Last: name, Email: name + "@example.com"})
	}
	learnt, known := table.Train().Persons, builtin(persons())
	for _, k := range []int{ofBorn, ofTax} {
		for l, want := range known.Fields[k].Levels {
			got := learnt.Fields[k].Levels[l]
			for class, share := range map[string][2]float64{"strangers": {got.Stranger, want.Stranger}, "kin": {got.Kin, want.Kin}, "one customer": {got.Same, want.Same}} {
				if bits := math.Log2(share[0] / share[1]); math.Abs(bits) > .01 {
					t.Errorf("%s, %s, %s: %.2g, built in %.2g: %.1f bits apart", learnt.Fields[k].Name, want.Words, class, share[0], share[1], bits)
				}
			}
		}
	}
}
