package truth_test

import (
	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/truth"
)

// An engine links the records of a set with the defaults of a preset. What it is
// given are the records as they are read, one after the other.
type engine func(set truth.Set, dir string, preset match.Preset) (match.Result, error)

// theEngine is the one that is judged: the program's own.
var theEngine engine = linkAll

// linkAll keeps every party until all are read.
func linkAll(set truth.Set, dir string, preset match.Preset) (match.Result, error) {
	var parties []extract.Party
	for r, err := range set.Read(dir) {
		if err != nil {
			return match.Result{}, err
		}
		parties = append(parties, r.Party)
	}
	return match.Link(parties, match.Options{Country: set.Country, Preset: preset}), nil
}

// homesOf returns the records of each household or account, customers kept whole.
func homesOf(parties []extract.Party, res match.Result) [][]int32 {
	return res.Clusters
}
