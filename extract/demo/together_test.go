package demo

import (
	"slices"
	"testing"
)

// Lift of two categories among the ranges customers buy from: 1 by chance.
func lift(c *Company, a, b int) float64 {
	var both, first, second, all float64
	for i := range c.customers {
		has := func(category int) bool { return slices.Contains(c.customers[i].breadth, category) }
		all++
		if has(a) {
			first++
		}
		if has(b) {
			second++
		}
		if has(a) && has(b) {
			both++
		}
	}
	return both * all / (first * second)
}

func TestThreePairsOfCategoriesGoTogether(t *testing.T) {
	for _, seed := range []uint64{1, 2} {
		c := made(t, Options{Seed: seed})
		for _, pair := range together {
			if x := lift(c, pair[0], pair[1]); x < 1.4 || x > 1.9 {
				t.Errorf("seed %d: %s with %s %.2f times as often as by chance", seed, categories[pair[0]].name, categories[pair[1]].name, x)
			}
		}
		if x := lift(c, 5, 6); x > 1.3 { // broad customers buy more of everything
			t.Errorf("seed %d: two that have nothing to do with each other go together %.2f times", seed, x)
		}
	}
}

func TestJoiningKeepsEveryCategoryOnce(t *testing.T) {
	for _, c := range []struct {
		name string
		all  []int
		n    int
		want []int
	}{
		{"the last one gives way", []int{0, 1, 2, 3, 4}, 3, []int{0, 1, 3, 2, 4}},
		{"but not the first of the pair", []int{1, 0, 2, 3}, 2, []int{3, 0, 2, 1}},
		{"alone it stays alone", []int{0, 1, 2, 3}, 1, []int{0, 1, 2, 3}},
		{"on another place it stays out", []int{0, 1, 3, 2}, 2, []int{0, 1, 3, 2}},
		{"already there", []int{3, 0, 1, 2}, 2, []int{3, 0, 1, 2}},
		{"without the first nothing happens", []int{1, 2, 0, 3}, 2, []int{1, 2, 0, 3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			join(c.all, c.n, 0, 3)
			if !slices.Equal(c.all, c.want) {
				t.Errorf("%v, want %v", c.all, c.want)
			}
		})
	}
}
