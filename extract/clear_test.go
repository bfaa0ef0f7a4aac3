package extract

import "testing"

func TestClearEmptiesEveryKind(t *testing.T) {
	for _, k := range Kinds() {
		r := New(k)
		r.Key().ID, r.Key().Source = "1", "shop"
		Clear(r)
		if *r.Key() != (Ref{}) {
			t.Errorf("%s keeps its key after Clear", k)
		}
	}
}
