// Package pile gathers things whose number is not known beforehand, without moving
// any: a slice that grows leaves twice behind what is in it in the end.
package pile

import "iter"

// A Pile holds what was added. The zero Pile is empty.
type Pile[T any] struct {
	pieces [][]T // only the last has room
}

// size is how many things a piece holds.
const size = 1 << 12

// Add takes one thing in.
func (p *Pile[T]) Add(x T) {
	last := len(p.pieces) - 1
	if last < 0 || len(p.pieces[last]) == cap(p.pieces[last]) {
		p.pieces = append(p.pieces, make([]T, 0, size))
		last++
	}
	p.pieces[last] = append(p.pieces[last], x)
}

// Join takes what another gathered, which is empty then.
func (p *Pile[T]) Join(other *Pile[T]) {
	p.pieces = append(other.pieces, p.pieces...)
	other.pieces = nil
}

// Len returns how many things there are.
func (p *Pile[T]) Len() (n int) {
	for _, piece := range p.pieces {
		n += len(piece)
	}
	return n
}

// Each visits all of them.
func (p *Pile[T]) Each() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, piece := range p.pieces {
			for _, x := range piece {
				if !yield(x) {
					return
				}
			}
		}
	}
}

// Slice returns all in one slice, and lets go of them.
func (p *Pile[T]) Slice() []T {
	out := make([]T, 0, p.Len())
	for i, piece := range p.pieces {
		out = append(out, piece...)
		p.pieces[i] = nil
	}
	p.pieces = nil
	return out
}
