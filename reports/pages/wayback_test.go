package pages

import "testing"

func TestFewerEventsMakeALossGood(t *testing.T) {
	for _, c := range []struct {
		name       string
		n          int64
		cost, loss Money
		left       int64
		enough     bool
	}{
		{"a third less of twelve", 12, 120, 40, 8, true},
		{"rounded to whole ones", 12, 120, 41, 7, true},
		{"all of them would not be enough", 12, 120, 121, 0, false},
		{"none can be left", 12, 120, 120, 0, false},
		{"one stays one", 1, 120, 10, 0, false},
		{"nothing costs nothing", 5, 0, 10, 0, false},
	} {
		if left, enough := fewer(c.n, c.cost, c.loss); left != c.left || enough != c.enough {
			t.Errorf("%s: %d, %v", c.name, left, enough)
		}
	}
}
