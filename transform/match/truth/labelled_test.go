package truth_test

import (
	"testing"

	"clientele/transform/match"
	"clientele/transform/match/truth"
)

// targets are what the engine must reach, with the same defaults for all sets.
var targets = []struct {
	set           string
	preset        match.Preset
	precision, f1 float64
	largest       int // records in the largest customer at most; 0 is any number
}{
	{"historical_50k", match.Balanced, .975, .865, 0},
	{"historical_50k", match.Recall, 0, .874, 0},
	{"febrl1", match.Balanced, 1, .998, 0},
	{"febrl1", match.Recall, 0, .9995, 0},
	{"febrl2", match.Balanced, 1, .998, 0},
	{"febrl2", match.Recall, 0, .999, 0},
	{"febrl3", match.Balanced, 1, .998, 0},
	{"febrl3", match.Recall, 0, .9985, 0},
	{"fake_1000", match.Balanced, 0, .93, 0},
	{"fake_1000", match.Recall, 0, .95, 0},
	{"crm_100k", match.Balanced, .975, .923, 0},
	{"crm_100k", match.Recall, 0, .922, 0},
}

// homesF1 is what households of crm_100k must reach; the aim is .90.
const homesF1 = .80

func TestLabelledSets(t *testing.T) {
	dir := truth.Folder()
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: no records with known truth at hand")
	}
	for _, target := range targets {
		t.Run(target.set+" "+string(target.preset), func(t *testing.T) {
			set, _ := truth.Named(target.set)
			parties, who, homes, err := set.Load(dir)
			if err != nil {
				t.Fatal(err)
			}
			res, err := theEngine(set, dir, target.preset)
			if err != nil {
				t.Fatal(err)
			}
			s := truth.Judge(res.Clusters, who)
			t.Logf("%+v", s)
			if s.Precision < target.precision || s.F1 < target.f1 {
				t.Errorf("precision %.4f, F1 %.4f; want at least %v and %v", s.Precision, s.F1, target.precision, target.f1)
			}
			if target.largest != 0 && s.Largest > target.largest {
				t.Errorf("the largest customer has %d records, at most %d are plausible", s.Largest, target.largest)
			}
			if homes != nil {
				if h := truth.Judge(homesOf(parties, res, set.Country), homes); h.F1 < homesF1 {
					t.Errorf("households: %+v, want F1 of at least %v", h, homesF1)
				}
			}
		})
	}
}
