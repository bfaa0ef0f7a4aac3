package warehouse

import (
	"cmp"

	"clientele/extract"
)

// An Origin names the records of one kind of one source.
type Origin struct {
	Source string
	Kind   extract.Kind
}

func byOrigin(a, b Origin) int {
	return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Kind, b.Kind))
}
