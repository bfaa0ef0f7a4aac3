package extract

import "testing"

func TestReferencesAreInOrderOfSourceThenID(t *testing.T) {
	order := []Ref{{}, {Source: "shop", ID: "1"}, {Source: "shop", ID: "10"}, {Source: "shop", ID: "9"}, {Source: "shop-2", ID: "1"}}
	for i, a := range order {
		for j, b := range order {
			if got := a.Compare(b); (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("%s and %s: %d", a.Named(), b.Named(), got)
			}
		}
	}
}
