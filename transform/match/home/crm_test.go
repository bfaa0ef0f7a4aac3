package home

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/golden"
	"clientele/transform/match/ident"
	"clientele/transform/match/linkage"
	"clientele/transform/match/truth"
)

// crm reads the set of customers with families and firms whose households are known.
func crm(t testing.TB) (parties []extract.Party, who, homes *truth.Labels) {
	t.Helper()
	set, _ := truth.Named("crm_100k")
	if truth.Folder() == "" {
		t.Skip("CLIENTELE_DATA is not set: no records with known truth at hand")
	}
	parties, who, homes, err := set.Load(truth.Folder())
	if err != nil {
		t.Fatal(err)
	}
	return parties, who, homes
}

var usual = match.Options{Country: "US"}

// judge draws households around customers and compares them with the true ones.
func judge(parties []extract.Party, res match.Result, homes *truth.Labels) truth.Score {
	customers, _ := golden.Merge(parties, res, ident.Assign(parties, res, ident.Prior{}).IDs, golden.Options{Options: usual})
	Draw(parties, res, customers, Options{Options: usual})
	at := map[transform.CustomerID]int{}
	var groups [][]int32
	for c, cluster := range res.Clusters {
		n, known := at[customers[c].Household]
		if !known {
			n = len(groups)
			at[customers[c].Household] = n
			groups = append(groups, nil)
		}
		groups[n] = append(groups[n], cluster...)
	}
	return truth.Judge(groups, homes)
}

func TestHouseholdsOfKnownTruth(t *testing.T) {
	parties, who, homes := crm(t)
	found := judge(parties, linkage.Link(parties, usual, nil), homes)
	ceiling := judge(parties, match.Result{Clusters: truly(who)}, homes)
	for _, x := range []struct {
		of            string
		s             truth.Score
		precision, f1 float64 // a little under what was measured
	}{{"the customers found", found, .98, .90}, {"the true customers", ceiling, .985, .92}} {
		t.Logf("households of %s: precision %.4f, recall %.4f, F1 %.4f, largest %d records", x.of, x.s.Precision, x.s.Recall, x.s.F1, x.s.Largest)
		if x.s.Precision < x.precision || x.s.F1 < x.f1 {
			t.Errorf("households of %s: want precision %.3f and F1 %.3f at least", x.of, x.precision, x.f1)
		}
	}
}

// truly returns the records of each true customer.
func truly(who *truth.Labels) (groups [][]int32) {
	at := map[int32]int{}
	for i, of := range who.Of {
		n, met := at[of]
		if !met {
			n = len(groups)
			at[of] = n
			groups = append(groups, nil)
		}
		groups[n] = append(groups[n], int32(i))
	}
	return groups
}
