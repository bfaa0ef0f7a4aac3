package metrics

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

func TestRepsAreCalledByName(t *testing.T) {
	s := newStaff([]extract.Rep{
		{Ref: extract.Ref{Source: "a", ID: "7"}, Name: "Ruth Meyer", Territory: "North"},
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

func TestCustomersWithoutATerritoryBelongToTheirRepsOne(t *testing.T) {
	s := newStaff([]extract.Rep{{Ref: extract.Ref{ID: "7"}, Name: "Ruth Meyer", Territory: "North"}})
	for rule, c := range map[string][3]string{
		"their own goes first":        {"South", "7", "South"},
		"else the rep's":              {"", "7", "North"},
		"a rep nobody knows has none": {"", "8", ""},
	} {
		if got := s.territory(c[0], c[1]); got != c[2] {
			t.Errorf("%s: got %q, want %q", rule, got, c[2])
		}
	}
}

func TestEverybodyIsCalledSomething(t *testing.T) {
	for rule, c := range map[string]struct {
		who  transform.Customer
		want string
	}{
		"by name":                          {transform.Customer{ID: "X", Name: "Ada  Love\nlace"}, "Ada Love lace"},
		"by e-mail where there is none":    {transform.Customer{ID: "X", Email: "a@b.example"}, "a@b.example"},
		"by number where there is nothing": {transform.Customer{ID: "X"}, "X"},
		"cut where a list would burst":     {transform.Customer{Name: strings.Repeat("é", 101)}, strings.Repeat("é", 99) + "…"},
	} {
		if got := called(&c.who); got != c.want {
			t.Errorf("%s: got %q, want %q", rule, got, c.want)
		}
	}
}
