package truth_test

import (
	"testing"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
	"clientele/transform/match/truth"
)

// A floor is what the engine must reach on a set.
type floor struct {
	preset        match.Preset
	precision, f1 float64
}

// floors are what it must reach with the same defaults for all sets.
var floors = map[string][]floor{
	"historical_50k": {{match.Balanced, .975, .865}, {match.Recall, 0, .874}},
	"febrl1":         {{match.Balanced, 1, .998}, {match.Recall, 0, .9995}},
	"febrl2":         {{match.Balanced, 1, .998}, {match.Recall, 0, .999}},
	"febrl3":         {{match.Balanced, 1, .998}, {match.Recall, 0, .9985}},
	"fake_1000":      {{match.Balanced, 0, .93}, {match.Recall, 0, .95}},
	"crm_100k":       {{match.Balanced, .975, .923}, {match.Recall, 0, .922}},
}

// homesF1 is what households must reach under the default preset, where the set knows
// them.
const homesF1 = .90

func TestLabelledSets(t *testing.T) {
	dir := truth.Folder()
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: no records with known truth at hand")
	}
	for _, set := range truth.Sets() {
		t.Run(set.Name, func(t *testing.T) {
			parties, who, homes, err := set.Load(dir)
			if err != nil {
				t.Fatal(err)
			}
			if floors[set.Name] == nil {
				t.Fatal("the set has no floor")
			}
			model := tableOf(parties, match.Options{Country: set.Country}).Train()
			for _, f := range floors[set.Name] {
				res := tableOf(parties, match.Options{Country: set.Country, Preset: f.preset}).Link(model)
				s := truth.Judge(res.Clusters, who)
				t.Logf("%s: %+v", f.preset, s)
				if s.Precision < f.precision || s.F1 < f.f1 {
					t.Errorf("%s: precision %.4f, F1 %.4f; want at least %v and %v", f.preset, s.Precision, s.F1, f.precision, f.f1)
				}
				if homes != nil && f.preset == match.Balanced {
					judgeHomes(t, homesOf(parties, res, set.Country), homes)
				}
			}
		})
	}
}

func judgeHomes(t *testing.T, found [][]int32, homes *truth.Labels) {
	t.Helper()
	h := truth.Judge(found, homes)
	t.Logf("households: %+v", h)
	if h.F1 < homesF1 {
		t.Errorf("households: F1 %.4f, want at least %v", h.F1, homesF1)
	}
}

func tableOf(parties []extract.Party, opts match.Options) *linkage.Table {
	t := linkage.New(opts)
	for i := range parties {
		t.Add(&parties[i])
	}
	return t
}
