package metrics

import (
	"testing"
	"unsafe"

	"clientele/transform"
)

// Memory comes in sizes: a life of one byte more would take the next, and there is
// one for every customer. Eight bytes of each are the runtime's own.
func TestALifeAndItsRowFitTheSizesTheyAreGiven(t *testing.T) {
	if s := unsafe.Sizeof(life{}); s > 1408-8 {
		t.Errorf("a life takes %d bytes", s)
	}
	if s := unsafe.Sizeof(transform.Figures{}); s > 1792-8 {
		t.Errorf("a row takes %d bytes: put small fields next to each other", s)
	}
}
