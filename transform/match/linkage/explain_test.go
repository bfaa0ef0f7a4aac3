package linkage

import (
	"math"
	"testing"

	"clientele/extract"
	"clientele/transform/match"
)

func TestTheLinesOfAReckoningComeToWhatLinkGoesBy(t *testing.T) {
	parties := []extract.Party{
		{Ref: extract.Ref{Source: "shop", ID: "1"}, First: "Robert", Last: "Hale", Email: "rob.hale@gmail.com", Street: "12 Mill Road", Zip: "N1 9GU", City: "London"},
		{Ref: extract.Ref{Source: "shop", ID: "2"}, First: "Bob", Last: "Hale", Email: "rob.hale+x@googlemail.com", Street: "12 Mill Rd", Zip: "N1 9GU", City: "London"},
		{Ref: extract.Ref{Source: "shop", ID: "3"}, First: "Susan", Last: "Hale", Street: "12 Mill Road", Zip: "N1 9GU", City: "London"},
		{Ref: extract.Ref{Source: "shop", ID: "4"}, Type: extract.Company, Company: "Hale Ltd"},
		{Ref: extract.Ref{Source: "shop", ID: "5"}, Status: extract.PartyErased},
	}
	table := New(match.Options{Country: "GB"})
	for i := range parties {
		table.Add(&parties[i])
	}
	m := table.Train()
	g, reckoner := table.weighing(m), table.Reckoner(m)
	for i := range parties {
		for j := range parties {
			r, ok := reckoner.Explain(parties[i].Ref, parties[j].Ref)
			if ok != (i != j) {
				t.Errorf("%d and %d: %v", i+1, j+1, ok)
			}
			if !ok {
				continue
			}
			x, _ := table.find(parties[i].Ref)
			y, _ := table.find(parties[j].Ref)
			if r.Bits != g.score(x, y) {
				t.Errorf("%d and %d: %f, and Link has %f", i+1, j+1, r.Bits, g.score(x, y))
			}
			if sum := total(r.Lines); r.Clash == "" && !r.Cut && math.Abs(sum-r.Bits) > .01 {
				t.Errorf("%d and %d: the lines come to %f, not %f", i+1, j+1, sum, r.Bits)
			}
			if (i > 2 || j > 2) && r.Clash == "" {
				t.Errorf("%d and %d can be one: %+v", i+1, j+1, r)
			}
		}
	}
	if r, _ := reckoner.Explain(parties[0].Ref, parties[1].Ref); r.Bits < table.Best() || r.Lines[1].Words != "a variant of the first name" {
		t.Errorf("%+v", r)
	}
	if _, ok := table.Reckoner(nil).Explain(parties[0].Ref, extract.Ref{Source: "shop", ID: "77"}); ok {
		t.Error("explained a record that is not there")
	}
}
