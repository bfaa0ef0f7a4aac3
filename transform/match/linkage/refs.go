package linkage

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
)

// refs are the references of the records, half as large as themselves: a source is
// named once, and the IDs lie beside each other.
type refs struct {
	sources []string
	pieces  []string // of IDs
	open    strings.Builder
	at      []refAt
}

// refAt is where a reference is.
type refAt struct{ source, piece, from, size uint32 }

func (r *refs) len() int { return len(r.at) }

// add takes a reference in. It holds on to nothing of it: an ID is often a part of the
// line it was read from.
func (r *refs) add(x extract.Ref) {
	if len(r.pieces) == 0 || r.open.Cap()-r.open.Len() < len(x.ID) {
		r.open = strings.Builder{}
		r.open.Grow(max(pieceSize, len(x.ID)))
		r.pieces = append(r.pieces, "")
	}
	from := r.open.Len()
	r.open.WriteString(x.ID)
	last := len(r.pieces) - 1
	r.pieces[last] = r.open.String()
	r.at = append(r.at, refAt{r.source(x.Source), uint32(last), uint32(from), uint32(len(x.ID))})
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
	return extract.Ref{Source: r.sources[at.source], ID: r.pieces[at.piece][at.from:][:at.size]}
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
