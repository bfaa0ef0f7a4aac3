package truth_test

import (
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/golden"
	"clientele/transform/match/home"
	"clientele/transform/match/linkage"
	"clientele/transform/match/truth"
)

// An engine links the records of a set with the defaults of a preset. What it is
// given are the records as they are read, one after the other.
type engine func(set truth.Set, dir string, preset match.Preset) (match.Result, error)

// theEngine is the one that is judged: the program's own.
var theEngine engine = learnAndLink

// learnAndLink learns from the records of the set and links them: what a first run
// does.
func learnAndLink(set truth.Set, dir string, preset match.Preset) (match.Result, error) {
	t := linkage.New(match.Options{Country: set.Country, Preset: preset})
	for r, err := range set.Read(dir) {
		if err != nil {
			return match.Result{}, err
		}
		t.Add(&r.Party)
	}
	return t.Link(t.Train()), nil
}

// homesOf returns the records of each household or account, customers kept whole:
// people of one household, and a company with its contacts, houses and sisters.
func homesOf(parties []extract.Party, res match.Result, country string) (homes [][]int32) {
	customers := customersOf(parties, res, country)
	byID := map[transform.CustomerID]*transform.Customer{}
	for c := range customers {
		byID[customers[c].ID] = &customers[c]
	}
	at := map[transform.CustomerID]int{}
	for c, cluster := range res.Clusters {
		house := headOf(&customers[c], byID)
		n, known := at[house]
		if !known {
			n = len(homes)
			at[house] = n
			homes = append(homes, nil)
		}
		homes[n] = append(homes[n], cluster...)
	}
	return homes
}

// customersOf returns the customers with their households and accounts.
func customersOf(parties []extract.Party, res match.Result, country string) []transform.Customer {
	opts := match.Options{Country: country}
	ids := make([]transform.CustomerID, len(res.Clusters))
	for c, cluster := range res.Clusters {
		first := slices.MinFunc(cluster, func(i, j int32) int { return parties[i].Ref.Compare(parties[j].Ref) })
		ids[c] = transform.NewID(parties[first].Ref, 0)
	}
	customers, _ := golden.Merge(parties, res, ids, golden.Options{Options: opts})
	home.Draw(parties, res, customers, home.Options{Options: opts})
	return customers
}

// headOf returns the company at the head of the family that a contact or a house
// belongs to, for all others the household.
func headOf(c *transform.Customer, byID map[transform.CustomerID]*transform.Customer) transform.CustomerID {
	for range 20 {
		up := byID[c.Account]
		if up == nil {
			break
		}
		c = up
	}
	return c.Household
}
