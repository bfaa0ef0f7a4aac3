package drift

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/transform/match"
)

// The table of shares is the textbook's: ten groups, (q-p) ln(q/p) summed by hand.
func TestIndexIsTheSumOverGroups(t *testing.T) {
	before, now := []int64{500_000, 300_000, 200_000}, []int64{400_000, 300_000, 300_000}
	want := (0.4-0.5)*math.Log(0.4/0.5) + (0.3-0.2)*math.Log(0.3/0.2)
	if got, _ := Index(before, now); math.Abs(got-want) > 1e-5 {
		t.Errorf("%v, want %v", got, want)
	}
	forth, _ := Index(before, now)
	back, _ := Index(now, before)
	if math.Abs(forth-back) > 1e-12 {
		t.Errorf("%v one way and %v the other", forth, back)
	}
}

func TestIndexOfWhatDidNotMoveIsNothing(t *testing.T) {
	for _, c := range [][2][]int64{
		{{10, 20, 30}, {10, 20, 30}},
		{{0, 20, 30}, {0, 20, 30}},
		{{}, {}},
		{{0, 0}, {5, 6}},
		{{5, 6}, {0, 0}},
		{{7}, {9}},
	} {
		if got, _ := Index(c[0], c[1]); got != 0 {
			t.Errorf("%v: %v", c, got)
		}
	}
}

func TestAnEmptyGroupIsNotInfinite(t *testing.T) {
	got, _ := Index([]int64{100, 0}, []int64{50, 50})
	if math.IsInf(got, 0) || math.IsNaN(got) || got < 1 {
		t.Errorf("%v", got)
	}
}

// Two samples of one population exceed the noise about once in a thousand times.
func TestChanceSeldomExceedsTheNoise(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	draw := func(n int) []int64 {
		out := make([]int64, 6)
		for range n {
			out[min(dice.IntN(10), 5)]++
		}
		return out
	}
	over := 0
	for range 3000 {
		if index, noise := Index(draw(400), draw(700)); index > noise {
			over++
		}
	}
	if over > 12 {
		t.Errorf("%d of 3,000 samples of one population count as moved", over)
	}
	if index, noise := Index(draw(400), []int64{300, 20, 20, 20, 20, 20}); index <= noise {
		t.Errorf("another population does not: %v of %v", index, noise)
	}
}

func TestBetweenComparesWhatBothSaw(t *testing.T) {
	before := []match.Seen{
		{Scheme: "persons", Same: 1e-6, Fields: []match.SeenField{{Name: "e-mail", Levels: []int64{10, 90}, Missing: 100}, {Name: "phone", Levels: []int64{1, 2}}}},
		{Scheme: "companies", Same: 1e-6},
	}
	now := []match.Seen{{Scheme: "persons", Same: 8e-6, Fields: []match.SeenField{{Name: "e-mail", Levels: []int64{90, 10}, Missing: 100}, {Name: "phone", Levels: []int64{1, 2, 3}}}}}
	got := Between(before, now)
	if len(got) != 2 || math.Abs(got[0].Bits-3) > 1e-9 || got[0].Field != "" || got[1].Field != "e-mail" || got[1].Index < 1 {
		t.Errorf("%+v", got)
	}
	if !got[0].Large(0.25) || !got[1].Large(0.25) || got[1].Large(10) {
		t.Errorf("what is large: %+v", got)
	}
	if few := (Shift{Field: "phone", Index: 0.5, Noise: 0.7}); few.Large(0.25) {
		t.Error("what chance can do is no drift")
	}
}

func TestTheLargestComeFirst(t *testing.T) {
	got := Largest([]Shift{{Scheme: "a", Field: "x", Index: .1}, {Scheme: "b", Bits: -1}, {Scheme: "a", Field: "y", Index: .2}, {Scheme: "a", Bits: .5}})
	want := []Shift{{Scheme: "b", Bits: -1}, {Scheme: "a", Bits: .5}, {Scheme: "a", Field: "y", Index: .2}, {Scheme: "a", Field: "x", Index: .1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
