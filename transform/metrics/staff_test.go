package metrics

import (
	"testing"

	"clientele/extract"
)

func TestRepsAreCalledByName(t *testing.T) {
	s := newStaff([]extract.Rep{
		{Ref: extract.Ref{Source: "a", ID: "7"}, Name: "Ruth Meyer"},
		{Ref: extract.Ref{Source: "b", ID: "7"}, Name: "Somebody else"},
	})
	for rule, c := range map[string][2]string{
		"an id becomes the name, of the first source that has it": {"7", "Ruth Meyer"},
		"a name stays":     {"Tom Okafor", "Tom Okafor"},
		"nobody is nobody": {"", ""},
	} {
		if got := s.name(c[0]); got != c[1] {
			t.Errorf("%s: got %q, want %q", rule, got, c[1])
		}
	}
}
