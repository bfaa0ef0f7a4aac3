package jobs

import (
	"strings"
	"testing"

	"clientele/transform"
)

func TestAReaderIsFoundByAddressOrNameWithTheirCustomers(t *testing.T) {
	north, south := transform.Scope{Territory: "North"}, transform.Scope{Territory: "South"}
	d := &Director{Reports: []Report{
		{Name: "sales", Recipients: []Recipient{
			{Name: "Ann", Address: "ann@example.org"}, {Name: "Bob", Address: "bob@example.org", Scope: north}, {Name: "Bob", Address: "bob@example.org", Scope: south},
		}},
		{Name: "marketing"},
	}}
	for _, c := range []struct {
		report, who string
		scope       transform.Scope
		want        string // the address and scope, or a part of the error
	}{
		{"sales", "ANN", transform.Scope{}, "ann@example.org, all territories"},
		{"sales", "ann@EXAMPLE.org", transform.Scope{}, "ann@example.org, all territories"},
		{"sales", "bob", south, "bob@example.org, South"},
		{"sales", "bob", transform.Scope{}, "North, South: add --territory"},
		{"sales", "ann", south, "does not get sales of South, but of all territories"},
		{"sales", "eve", transform.Scope{}, "these are: ann@example.org, bob@example.org"},
		{"marketing", "ann", transform.Scope{}, "these are: nobody"},
	} {
		r, err := d.Reader(t.Context(), c.report, c.who, c.scope)
		got := r.Address + ", " + r.Scope.Name()
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s %s %s: %s, want %s", c.report, c.who, c.scope.Name(), got, c.want)
		}
	}
}
