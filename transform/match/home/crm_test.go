package home

import (
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/golden"
	"clientele/transform/match/ident"
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

// grouped returns records by household.
func grouped(res match.Result, customers []transform.Customer) (homes [][]int32) {
	at := map[transform.CustomerID]int{}
	for c, cluster := range res.Clusters {
		n, known := at[customers[c].Household]
		if !known {
			n = len(homes)
			at[customers[c].Household] = n
			homes = append(homes, nil)
		}
		homes[n] = append(homes[n], cluster...)
	}
	return homes
}

var options = match.Options{Country: "US"}

func lived(parties []extract.Party, res match.Result) ([]transform.Customer, time.Duration) {
	customers, _ := golden.Merge(parties, res, ident.Assign(parties, res, ident.Prior{}).IDs, golden.Options{Options: options})
	start := time.Now()
	Draw(parties, res, customers, Options{Options: options})
	return customers, time.Since(start)
}

func TestHouseholdsOfKnownTruth(t *testing.T) {
	parties, who, homes := crm(t)
	res := match.Link(parties, options)
	customers, took := lived(parties, res)
	s := truth.Judge(grouped(res, customers), homes)
	t.Logf("households of the customers found: %+v, %v", s, took)
	known := match.Result{}
	at := map[int]int{}
	for i := range parties {
		n, met := at[int(who.Of[i])]
		if !met {
			n = len(known.Clusters)
			at[int(who.Of[i])] = n
			known.Clusters = append(known.Clusters, nil)
		}
		known.Clusters[n] = append(known.Clusters[n], int32(i))
	}
	customers, _ = lived(parties, known)
	t.Logf("households of the true customers: %+v", truth.Judge(grouped(known, customers), homes))
}
