package home

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestDealingSorts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint64{1, 3, 1000, 1 << 63}).Draw(t, "most")
		n := rapid.IntRange(0, 2000).Draw(t, "length")
		list := make([]sighting, n)
		for i := range list {
			list[i] = sighting{value(rapid.Uint64Range(0, most).Draw(t, "value") << rapid.SampledFrom([]int{0, 40}).Draw(t, "shift")), int32(i % 5)}
		}
		compare := func(a, b sighting) int { return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(a.of, b.of)) }
		want := slices.Clone(list)
		slices.SortFunc(want, compare)
		if got := byValue(list, func(s *sighting) value { return s.value }, compare); !slices.Equal(got, want) {
			t.Fatalf("%d values up to %d are not in order", n, most)
		}
	})
}

func TestPiecesEndBetweenRuns(t *testing.T) {
	list := make([]int, 0, 40_000)
	for n := 0; len(list) < 40_000; n++ {
		list = append(list, slices.Repeat([]int{n}, 1+n*7919%30)...)
	}
	var want [][2]int
	for run := range stretches(list, func(a, b int) bool { return a == b }) {
		want = append(want, [2]int{run[0], len(run)})
	}
	got := inRuns(list, func(a, b int) bool { return a == b }, func() func([]int, [][2]int) [][2]int {
		return func(run []int, found [][2]int) [][2]int { return append(found, [2]int{run[0], len(run)}) }
	})
	if !slices.Equal(got, want) {
		t.Errorf("%d runs, want %d", len(got), len(want))
	}
}
