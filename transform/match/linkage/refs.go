package linkage

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
)

// refs are the references of the records, a quarter as large as themselves: a source is
// named once, and the IDs lie beside each other.
type refs struct {
	sources []string
	ids     arena
	at      []refAt
}

// refAt is the number of a source, and where the ID is.
type refAt struct{ source, id uint32 }

func (r *refs) len() int { return len(r.at) }

// add takes a reference in. It holds on to nothing of it: an ID is often a part of the
// line it was read from.
func (r *refs) add(x extract.Ref) {
	r.at = append(r.at, refAt{r.source(x.Source), r.ids.add(x.ID)})
}

// source numbers a source: there are few, and the last one is the likeliest.
func (r *refs) source(name string) uint32 {
	if n := len(r.at); n > 0 && r.sources[r.at[n-1].source] == name {
		return r.at[n-1].source
	}
	n := slices.Index(r.sources, name)
	if n < 0 {
		n = len(r.sources)
		r.sources = append(r.sources, strings.Clone(name))
	}
	return uint32(n)
}

func (r *refs) of(i int32) extract.Ref {
	at := r.at[i]
	return extract.Ref{Source: r.sources[at.source], ID: r.ids.text(at.id)}
}

// sorted returns the numbers of all references, in their order.
func (r *refs) sorted() []int32 {
	order := make([]int32, r.len())
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(r.of(a).Compare(r.of(b)), cmp.Compare(a, b)) })
	return order
}
