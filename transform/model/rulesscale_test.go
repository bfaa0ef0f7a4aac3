package model

import (
	"cmp"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// shopful returns baskets whose things follow Zipf's law: the thing on rank k comes
// in proportion to (10 + k) to the power of -1.1, the length of a basket to 1 and the
// whole of an exponential with mean 5, a thing drawn twice counting once. Every tenth
// basket takes a partner of its last thing with it, so that there is something to
// find. Numbers do not follow ranks.
func shopful(d *rand.Rand, baskets, things int) [][]int32 {
	zipf := rand.NewZipf(d, 1.1, 10, uint64(things-1))
	number := d.Perm(things)
	out := make([][]int32, baskets)
	for i := range out {
		length := 1 + int(-5*math.Log(1-d.Float64()))
		basket := make([]int32, 0, length+1)
		for range length {
			basket = append(basket, int32(number[zipf.Uint64()]))
		}
		if i%10 == 0 {
			basket = append(basket, basket[length-1]^1)
		}
		slices.Sort(basket)
		out[i] = slices.Compact(basket)
	}
	return out
}

// Pairs of 2,000,000 baskets over 300,000 things, tested and corrected, with the
// support of cross-selling and with the least there can be. Drawing the baskets is
// not measured, but counts in the memory held.
func BenchmarkTogether(b *testing.B) {
	const things = 300_000
	n := 2_000_000
	if testing.Short() {
		n = 100_000
	}
	baskets := shopful(rand.New(rand.NewPCG(1, 2)), n, things)
	long := 0
	for _, basket := range baskets {
		long += len(basket)
	}
	for _, least := range []int{max(10, n/1000), 10} {
		b.Run("baskets="+strconv.Itoa(n)+"/least="+strconv.Itoa(least), func(b *testing.B) {
			before := cpuSeconds()
			found, tests := []Rule(nil), int64(0)
			for b.Loop() {
				usable, _ := Usable(baskets, 500)
				found, tests = Together(usable, things, int64(least), .05)
			}
			b.ReportMetric((cpuSeconds()-before)/float64(b.N), "CPU-s/op")
			b.ReportMetric(float64(long)/float64(n), "things/basket")
			b.ReportMetric(float64(len(found)), "pairs")
			b.ReportMetric(float64(tests), "tests")
			b.ReportMetric(peakMB(), "held-MB")
		})
	}
}

// cpuSeconds is what this process took on all cores, from the clock ticks Linux
// counts; zero elsewhere.
func cpuSeconds() float64 {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	return (user + system) / 100
}

// peakMB is the most memory this process held, as Linux counts it; zero elsewhere.
func peakMB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kb, _ := strconv.ParseFloat(strings.Fields(rest + " 0")[0], 64)
	return kb / 1024
}

func TestBasketsAreMadeUsable(t *testing.T) {
	for _, c := range []struct {
		name    string
		baskets [][]int32
		want    [][]int32
		huge    int64
	}{
		{"none", nil, nil, 0},
		{"an empty one holds nothing", [][]int32{{}, nil, {1}}, [][]int32{{1}}, 0},
		{"a thing named twice is one", [][]int32{{2, 2, 2}}, [][]int32{{2}}, 0},
		{"in any order", [][]int32{{3, 1, 2}}, [][]int32{{1, 2, 3}}, 0},
		{"as long as may be stays", [][]int32{{1, 2, 3}}, [][]int32{{1, 2, 3}}, 0},
		{"longer is counted and left out", [][]int32{{1, 2, 3, 4}, {5}}, [][]int32{{5}}, 1},
		{"length is told without doubles", [][]int32{{1, 1, 2, 2, 3}}, [][]int32{{1, 2, 3}}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := make([][]int32, len(c.baskets))
			for i := range before {
				before[i] = slices.Clone(c.baskets[i])
			}
			got, huge := Usable(c.baskets, 3)
			if !slices.EqualFunc(got, c.want, slices.Equal[[]int32]) || huge != c.huge {
				t.Errorf("%v and %d huge, want %v and %d", got, huge, c.want, c.huge)
			}
			if !slices.EqualFunc(before, c.baskets, slices.Equal[[]int32]) {
				t.Errorf("the baskets handed in were changed to %v", c.baskets)
			}
		})
	}
}

func TestWhatEveryBasketHoldsGoesTogetherWithNothing(t *testing.T) {
	var baskets [][]int32
	for i := range 1000 {
		baskets = append(baskets, []int32{0, int32(1 + i%2)})
	}
	if found, tests := Together(baskets, 3, 10, .05); len(found) != 0 || tests != 3 {
		t.Errorf("%v among %d", found, tests)
	}
}

func TestTogetherKeepsWhatStandsAndNothingElse(t *testing.T) {
	d := rand.New(rand.NewPCG(9, 10))
	var baskets [][]int32
	for range 3000 {
		var basket []int32
		for t := range int32(20) {
			if d.Float64() < .2 {
				basket = append(basket, t)
			}
		}
		if d.Float64() < .1 {
			basket = append(basket, 20, 21)
		}
		baskets = append(baskets, basket)
	}
	usable, _ := Usable(baskets, 100)
	found, _ := Together(usable, 22, 10, .05)
	if !slices.ContainsFunc(found, func(r Rule) bool { return r.Left[0] == 20 && r.Right == 21 }) {
		t.Error("the pair that always comes together is not found")
	}
	for i, r := range found {
		if r.Both < 10 || r.LiftLow() <= 1 {
			t.Errorf("%v has a lift from %g", r, r.LiftLow())
		}
		if i > 0 && cmp.Or(cmp.Compare(found[i-1].Left[0], r.Left[0]), cmp.Compare(found[i-1].Right, r.Right)) >= 0 {
			t.Errorf("out of order at %d", i)
		}
	}
	if len(found) > 6 { // of 190 pairs of things that have nothing to do with each other
		t.Errorf("%d pairs are found: far more than one in twenty is false", len(found))
	}
}

// Counting must not grow with the square of anything but a basket's length: 200,000
// things in as many baskets, each alone, and one in all of them.
func TestPairsOfManyThings(t *testing.T) {
	const n = 200_000
	baskets := make([][]int32, n)
	for i := range baskets {
		baskets[i] = []int32{0, int32(1 + i)}
	}
	if got := Pairs(baskets, n+1, 1); len(got) != n {
		t.Errorf("%d pairs, want %d", len(got), n)
	}
	if got := Pairs(baskets, n+1, 2); len(got) != 0 {
		t.Errorf("%d pairs, want none", len(got))
	}
}
