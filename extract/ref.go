package extract

import "strings"

// A Ref names one row of one source. It is how a record is recognised when it is
// read again, so reading twice never counts twice.
type Ref struct {
	Source string
	ID     string
}

// Key returns the reference itself, so that whoever holds a Record can set or
// read it.
func (r *Ref) Key() *Ref { return r }

// Compare orders references by source, then by id: negative where r comes first.
func (r Ref) Compare(other Ref) int {
	if c := strings.Compare(r.Source, other.Source); c != 0 {
		return c
	}
	return strings.Compare(r.ID, other.ID)
}

// Named writes a reference as people do: "shop/4711".
func (r Ref) Named() string { return r.Source + "/" + r.ID }
