package match

import (
	"clientele/extract"
	"clientele/transform"
)

// numbered gives each cluster the first id of its first record: an id to tell
// customers apart by, not one that lasts.
func numbered(parties []extract.Party, res Result) []transform.CustomerID {
	ids := make([]transform.CustomerID, len(res.Clusters))
	for c, cluster := range res.Clusters {
		first := parties[cluster[0]].Ref
		for _, i := range cluster {
			if compareRefs(parties[i].Ref, first) < 0 {
				first = parties[i].Ref
			}
		}
		ids[c] = transform.NewID(first, 0)
	}
	return ids
}
