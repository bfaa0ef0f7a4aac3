package truth_test

import (
	"path/filepath"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/truth"
)

// What is found of families of companies in the generated company, a little under
// what was measured: a wrong parent adds up strangers, a missing one only leaves
// houses apart.
const (
	familyRecords   = 20_000
	familyPrecision = .97
	familyLinks     = 60
)

func TestParentsThatAreFoundAreRight(t *testing.T) {
	c, err := truth.Company(1, familyRecords)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "company.csv")
	if err := truth.WriteFile(c, path); err != nil {
		t.Fatal(err)
	}
	set := truth.Written("company", path)
	parties, _, homes, err := set.Load("")
	if err != nil {
		t.Fatal(err)
	}
	table := tableOf(parties, match.Options{Country: set.Country})
	res := table.Link(table.Train())
	customers := customersOf(parties, res, set.Country)
	at := map[transform.CustomerID]int{}
	for c := range customers {
		at[customers[c].ID] = c
	}
	found, right := 0, 0
	for c := range customers {
		one := &customers[c]
		if one.Type != extract.Company || !strings.HasPrefix(one.AccountWhy, "found: ") {
			continue
		}
		found++
		if homes.Of[res.Clusters[c][0]] == homes.Of[res.Clusters[at[one.Account]][0]] {
			right++
		} else {
			t.Logf("wrong: %s, %s: %s", one.Company, customers[at[one.Account]].Company, one.AccountWhy)
		}
	}
	t.Logf("%d parents and sisters found, %d right", found, right)
	if found < familyLinks || float64(right) < familyPrecision*float64(found) {
		t.Errorf("%d found, %d right; want %d found at least, and %v of them right", found, right, familyLinks, familyPrecision)
	}
}
