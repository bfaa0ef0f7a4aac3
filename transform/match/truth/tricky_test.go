package truth_test

import (
	"testing"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
	"clientele/transform/match/truth"
)

// among returns people, and the records of a case behind them, ready to be linked.
func among(people, records []extract.Party) *linkage.Table {
	parties := append(people[:len(people):len(people)], records...)
	return tableOf(parties, match.Options{Country: truth.CaseCountry, OwnAddresses: []string{truth.OwnAddress}})
}

// findings links the records of a case among other people, by a model that was learnt
// before they came.
func findings(c truth.Case, people []extract.Party, model *linkage.Model) truth.Finding {
	first := len(people)
	res := among(people, c.Records).Link(model)
	f := truth.Finding{Group: make([]int, len(c.Records)), Kin: &[][2]int{}}
	for _, home := range homesOf(append(people[:first:first], c.Records...), res, truth.CaseCountry) {
		for _, i := range home {
			for _, j := range home {
				if a, b := int(i)-first, int(j)-first; 0 <= a && a < b {
					*f.Kin = append(*f.Kin, [2]int{a, b})
				}
			}
		}
	}
	for n, cluster := range res.Clusters {
		for _, i := range cluster {
			if at := int(i) - first; at >= 0 {
				f.Group[at] = n
			}
		}
	}
	for _, p := range res.Review {
		if a, b := int(p.A)-first, int(p.B)-first; a >= 0 && b >= 0 {
			f.Review = append(f.Review, [2]int{a, b})
		}
	}
	return f
}

func TestTrickyCases(t *testing.T) {
	people, err := truth.Background(1_000)
	if err != nil {
		t.Fatal(err)
	}
	model := among(people, nil).Train()
	numbers := map[int]int{}
	for _, c := range truth.Cases() {
		numbers[c.Number]++
		t.Run(c.Rule, func(t *testing.T) {
			for _, complaint := range c.Complaints(findings(c, people, model)) {
				t.Errorf("case %d: %s", c.Number, complaint)
			}
		})
	}
	for n := range 14 {
		if numbers[n+1] < 2 {
			t.Errorf("case %d: %d variants, want two at least", n+1, numbers[n+1])
		}
	}
}
