package pile

import (
	"slices"
	"testing"
)

func filled(from, to int) *Pile[int] {
	p := &Pile[int]{}
	for i := from; i < to; i++ {
		p.Add(i)
	}
	return p
}

func TestEverythingAddedIsThereOnceAndInOrder(t *testing.T) {
	for _, n := range []int{0, 1, size - 1, size, size + 1, 3*size + 7} {
		p := filled(0, n)
		if p.Len() != n {
			t.Errorf("%d added: %d there", n, p.Len())
		}
		want := make([]int, n)
		for i := range want {
			want[i] = i
		}
		if got := slices.Collect(p.Each()); !slices.Equal(got, want) {
			t.Errorf("%d added: visited %d, or others", n, len(got))
		}
		if got := p.Slice(); !slices.Equal(got, want) || cap(got) != n || p.Len() != 0 {
			t.Errorf("%d added: a slice of %d with room for %d, and %d left", n, len(got), cap(got), p.Len())
		}
	}
}

func TestJoinedPilesHoldWhatBothHeld(t *testing.T) {
	a, b := filled(0, size+5), filled(size+5, 2*size)
	a.Join(b)
	a.Add(2 * size)
	got := slices.Sorted(a.Each())
	if b.Len() != 0 || len(got) != 2*size+1 || got[0] != 0 || got[2*size] != 2*size || len(slices.Compact(got)) != 2*size+1 {
		t.Errorf("%d in the one, %d left in the other", len(got), b.Len())
	}
}

func TestVisitingEndsWhenAsked(t *testing.T) {
	n := 0
	for range filled(0, 2*size).Each() {
		if n++; n == size+1 {
			break
		}
	}
	if n != size+1 {
		t.Errorf("visited %d", n)
	}
}
