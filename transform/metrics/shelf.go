package metrics

// A shelf hands out values of one type from pieces of memory that hold many. Memory
// comes in sizes, and between the sizes a life and its row would need a tenth more
// each. Nothing is given back before all of a piece is.
type shelf[T any] struct {
	piece int // values in a piece
	left  []T
}

// next returns a value nobody has.
func (s *shelf[T]) next() *T {
	if len(s.left) == 0 {
		s.left = make([]T, s.piece)
	}
	v := &s.left[0]
	s.left = s.left[1:]
	return v
}

// How many rows and lives fit into a piece of pieceSize bytes.
const (
	rowsOnShelf  = 20
	livesOnShelf = 33
	pieceSize    = 32 << 10
)
