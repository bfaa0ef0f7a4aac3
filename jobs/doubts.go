package jobs

import (
	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/warehouse"
)

// doubts are the pairs a person should look at, by their records, as they are kept.
func doubts(parties []extract.Party, pairs []match.Pair) []warehouse.Doubt {
	out := make([]warehouse.Doubt, len(pairs))
	for i, p := range pairs {
		out[i] = warehouse.Doubt{A: parties[p.A].Ref, B: parties[p.B].Ref, Bits: p.Score, Reason: p.Reason}
	}
	return out
}
