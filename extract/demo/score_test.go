package demo

import (
	"testing"

	"clientele/extract"
)

func ref(id string) extract.Ref { return extract.Ref{Source: "shop", ID: id} }

func TestScore(t *testing.T) {
	truth := []Identity{
		{ref("1"), "A", "H"}, {ref("2"), "A", "H"}, {ref("3"), "B", "H"}, {ref("4"), "C", "I"},
	}
	links := func(customers ...string) []Link {
		var all []Link
		for i, c := range customers {
			all = append(all, Link{ref(string(rune('1' + i))), c})
		}
		return all
	}
	for _, test := range []struct {
		name                  string
		links                 []Link
		precision, recall, f1 float64
	}{
		{"all right", links("x", "x", "y", "z"), 1, 1, 1},
		{"nothing linked is never wrong and finds nothing", links("w", "x", "y", "z"), 1, 0, 0},
		{"one pair too many", links("x", "x", "x", "z"), 1. / 3, 1, .5},
		{"the wrong pair", links("x", "y", "x", "z"), 0, 0, 0},
		{"parties the truth does not know count nowhere", append(links("x", "x", "y", "z"), Link{ref("99"), "x"}), 1, 1, 1},
		{"no parties", nil, 1, 1, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := Score(test.links, truth)
			if got.Precision != test.precision || got.Recall != test.recall || got.F1 != test.f1 {
				t.Errorf("got %+v, want %g %g %g", got, test.precision, test.recall, test.f1)
			}
		})
	}
	if got := ScoreHouseholds(links("x", "x", "x", "z"), truth); got.F1 != 1 || got.Parties != 4 {
		t.Errorf("households: got %+v, want all right for 4", got)
	}
}
