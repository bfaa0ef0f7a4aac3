package ident

import (
	"clientele/extract"
)

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
		if r := parties[i].Ref; r.Compare(first) < 0 {
			first = r
		}
	}
	return first
}
