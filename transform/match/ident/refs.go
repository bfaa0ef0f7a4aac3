package ident

import (
	"cmp"

	"clientele/extract"
)

func compareRefs(a, b extract.Ref) int {
	return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.ID, b.ID))
}

// refText names a record as people write it.
func refText(r extract.Ref) string { return r.Source + "/" + r.ID }

// compareBools puts what is not before what is.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// Founder returns the record a cluster is named after: the first by source and id.
func Founder(parties []extract.Party, cluster []int32) extract.Ref {
	first := parties[cluster[0]].Ref
	for _, i := range cluster[1:] {
		if r := parties[i].Ref; compareRefs(r, first) < 0 {
			first = r
		}
	}
	return first
}
