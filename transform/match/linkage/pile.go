package linkage

import "iter"

// pile gathers things whose number is not known beforehand, without moving any: a
// slice that grows holds twice what is in it.
type pile[T any] struct {
	full [][]T
	last []T
}

const pilePiece = 1 << 12

func (p *pile[T]) add(x T) {
	if len(p.last) == cap(p.last) {
		if p.last != nil {
			p.full = append(p.full, p.last)
		}
		p.last = make([]T, 0, pilePiece)
	}
	p.last = append(p.last, x)
}

func (p *pile[T]) len() int { return len(p.full)*pilePiece + len(p.last) }

// each visits what was gathered.
func (p *pile[T]) each() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, piece := range append(p.full[:len(p.full):len(p.full)], p.last) {
			for _, x := range piece {
				if !yield(x) {
					return
				}
			}
		}
	}
}

// onto adds what was gathered to a slice with room for it, and lets go of it.
func (p *pile[T]) onto(out []T) []T {
	for i, x := range p.full {
		out = append(out, x...)
		p.full[i] = nil
	}
	out = append(out, p.last...)
	*p = pile[T]{}
	return out
}

// heaped returns what several gathered, in one slice.
func heaped[T any](all ...*pile[T]) []T {
	n := 0
	for _, p := range all {
		n += p.len()
	}
	out := make([]T, 0, n)
	for _, p := range all {
		out = p.onto(out)
	}
	return out
}
