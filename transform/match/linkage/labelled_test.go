package linkage

import (
	"os"
	"testing"
	"time"

	"clientele/transform/match"
	"clientele/transform/match/truth"
)

func TestLabelledSets(t *testing.T) {
	if truth.Folder() == "" {
		t.Skip("CLIENTELE_DATA is not set: no records with known truth at hand")
	}
	for _, s := range truth.Sets() {
		if only := os.Getenv("SETS"); only != "" && only != s.Name {
			continue
		}
		t.Run(s.Name, func(t *testing.T) {
			parties, who, _, err := s.Load(truth.Folder())
			if err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			tab := New(match.Options{Country: s.Country})
			for i := range parties {
				tab.Add(&parties[i])
			}
			tab.seal()
			load := time.Since(start)
			start = time.Now()
			m := tab.Train()
			train := time.Since(start)
			t.Logf("load %v train %v same 1 in %.0f (truth %.0f) kin 1 in %.0f", load, train, 1/m.Persons.Same, tab.people().pairs()/float64(who.Pairs()), 1/m.Persons.Kin)
			for _, p := range []match.Preset{match.Strict, match.Balanced, match.Recall} {
				tab.opts.Preset = p
				start = time.Now()
				res := tab.Link(m)
				x := truth.Judge(res.Clusters, who)
				t.Logf("%-9s P=%.4f R=%.4f F1=%.5f B3=%.4f max=%d/%d pairs %d review %d kin %d skipped %d %v", p, x.Precision, x.Recall, x.F1, x.BF1, x.Largest, x.TrueLargest, res.Compared, len(res.Review), len(res.Kin), len(res.Skipped), time.Since(start))
			}
		})
	}
}
