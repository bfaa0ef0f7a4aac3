package metrics

import (
	"testing"
	"unsafe"

	"clientele/transform"
)

// Memory comes in sizes, of which the last eight bytes are the runtime's own, and there is
// a life and a row for every customer: a piece of them is to fill its size and not to
// exceed it.
func TestLivesAndRowsFillThePiecesTheyAreHandedOutFrom(t *testing.T) {
	for _, c := range []struct {
		what     string
		of       uintptr
		n, small int
	}{
		{"life", unsafe.Sizeof(life{}), livesOnShelf, 968},
		{"row", unsafe.Sizeof(transform.Figures{}), rowsOnShelf, 1616},
	} {
		if int(c.of) > c.small {
			t.Errorf("a %s takes %d bytes, %d before: put small fields next to each other, what few customers have apart", c.what, c.of, c.small)
		}
		if all := int(c.of) * c.n; all > pieceSize-8 || all+int(c.of) <= pieceSize-8 {
			t.Errorf("a piece of %d times a %s of %d bytes takes %d of %d", c.n, c.what, c.of, all, pieceSize-8)
		}
	}
}

func TestAShelfHandsOutNothingTwice(t *testing.T) {
	s := shelf[int]{piece: 3}
	seen := map[*int]bool{}
	for i := range 10 {
		v := s.next()
		if seen[v] || *v != 0 {
			t.Fatalf("value %d was handed out before, or holds %d", i, *v)
		}
		seen[v], *v = true, i+1
	}
}
