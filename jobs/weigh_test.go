package jobs

import (
	"math"
	"testing"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
)

// By a model or by what is built in, the lines add up and say the values of both records.
func TestTheLinesOfAReckoningAddUp(t *testing.T) {
	parties := []extract.Party{
		{Ref: refNamed("shop/1"), First: "Robert", Last: "Hale", Email: "rob.hale@gmail.com", Street: "12 Mill Road", Zip: "N1 9GU", City: "London"},
		{Ref: refNamed("till/1"), First: "Bob", Last: "Hale", Email: "rob.hale@googlemail.com", Street: "12 Mill Rd", Zip: "N1 9GU", City: "London"},
		{Ref: refNamed("till/2"), Type: extract.Company, Company: "Hale Ltd", Phone: "020 7946 0101"},
	}
	o := match.Options{Country: "GB"}
	_, model, err := linkage.Match(parties, o, nil, true)
	if err != nil {
		t.Fatal(err)
	}
	learnt, err := linkage.Decode(model)
	if err != nil {
		t.Fatal(err)
	}
	for name, m := range map[string]*linkage.Model{"built in": nil, "learnt": learnt} {
		s := &scales{table: linkage.New(o)}
		for i := range parties {
			s.table.Add(&parties[i])
		}
		s.reckoner = s.table.Reckoner(m)
		of := func(i, j int) Weighed { return s.between(parties[i].Ref, parties[j].Ref, &parties[i], &parties[j]) }
		w, sum, kin := of(0, 1), 0., 0.
		for _, l := range w.Lines {
			sum, kin = sum+l.Strangers, kin+l.Kin
			if l.Words == "" || l.Field != "" && (l.First == "" || l.Second == "") {
				t.Errorf("%s: %+v", name, l)
			}
		}
		if math.Abs(sum-w.Strangers)+math.Abs(kin-w.Kin) > 1e-9 || w.Score > min(sum, kin) || w.Lines[0].Field != "" {
			t.Errorf("%s: %+v", name, w)
		}
		if w := of(0, 2); w.Clash == "" || !math.IsInf(w.Score, -1) {
			t.Errorf("%s: a person and a company: %+v", name, w)
		}
	}
}
