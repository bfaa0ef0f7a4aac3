package model

import (
	"bufio"
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// groceries reads the 9,835 baskets of the Groceries data (M. Hahsler, K. Hornik and
// T. Reutterer, 2006), with the names of its 169 things.
func groceries(t testing.TB) (baskets [][]int32, names []string) {
	t.Helper()
	dir := os.Getenv("CLIENTELE_DATA")
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: the public baskets are not here")
	}
	f, err := os.Open(filepath.Join(dir, "analytics", "groceries.basket"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	number := map[string]int32{}
	for s := bufio.NewScanner(f); s.Scan(); {
		var basket []int32
		for _, name := range strings.Split(s.Text(), ",") {
			if _, known := number[name]; !known {
				number[name] = int32(len(names))
				names = append(names, name)
			}
			basket = append(basket, number[name])
		}
		slices.Sort(basket)
		baskets = append(baskets, slices.Compact(basket))
	}
	return baskets, names
}

// words writes a rule as arules does.
func words(r Rule, names []string) string {
	left := make([]string, len(r.Left))
	for i, t := range r.Left {
		left[i] = names[t]
	}
	slices.Sort(left)
	return "{" + strings.Join(left, ", ") + "} -> {" + names[r.Right] + "}"
}

// The numbers are those of the R package arules on the same baskets: 463 rules stand
// in B. Lantz, Machine Learning with R (2013), 5,668 in the package's own guide.
func TestGroceriesRulesAsPublished(t *testing.T) {
	baskets, names := groceries(t)
	if len(baskets) != 9835 || len(names) != 169 {
		t.Fatalf("%d baskets of %d things", len(baskets), len(names))
	}
	for _, c := range []struct {
		support, confidence float64
		rules               int
		top                 string
		supp, conf, lift    string
	}{
		{.01, .5, 15, "{citrus fruit, root vegetables} -> {other vegetables}", "0.01037112", "0.5862069", "3.029608"},
		{.006, .25, 463, "{herbs} -> {root vegetables}", "0.007015760", "0.43125", "3.956477"},
		{.001, .8, 410, "", "", "", ""},
		{.001, .5, 5668, "{Instant food products, soda} -> {hamburger meat}", "0.001220132", "0.6315789", "18.99565"},
	} {
		t.Run(fmt.Sprint(c.support, " ", c.confidence), func(t *testing.T) {
			rules := Rules(baskets, len(names), Limits{Support: int64(math.Ceil(c.support * 9835)), Confidence: c.confidence})
			t.Logf("%-32s want %-14d ours %-14d", "rules", c.rules, len(rules))
			if len(rules) != c.rules {
				t.Fatalf("%d rules, want %d", len(rules), c.rules)
			}
			if c.top == "" {
				return
			}
			top := slices.MaxFunc(rules, func(a, b Rule) int { return cmp.Compare(a.Lift(), b.Lift()) })
			if got := words(top, names); got != c.top {
				t.Errorf("top %s, want %s", got, c.top)
			}
			for _, x := range []struct {
				got  float64
				want string
			}{{top.Support(), c.supp}, {top.Confidence(), c.conf}, {top.Lift(), c.lift}} {
				asPrinted(t, c.top, x.got, x.want)
			}
		})
	}
}

// asPrinted shows a figure beside the published one and wants it equal to the last digit.
func asPrinted(t *testing.T, what string, got float64, want string) {
	t.Helper()
	ours := as(got, want)
	t.Logf("%-56s want %-14s ours %-14s", what, want, ours)
	if ours != want {
		t.Errorf("%s %s, want %s", what, ours, want)
	}
}

// as writes a number with as many decimals as another is written with.
func as(x float64, like string) string {
	return fmt.Sprintf("%.*f", len(like)-strings.IndexByte(like, '.')-1, x)
}

// Herbs and root vegetables as arules has them: 69 baskets of 160 and 1,072.
func TestMeasuresOfHerbsAndRootVegetablesAsPublished(t *testing.T) {
	r := Rule{Left: []int32{0}, Right: 1, Both: 69, Lefts: 160, Rights: 1072, Of: 9835}
	for _, c := range []struct {
		name string
		got  float64
		want string
	}{
		{"support", r.Support(), "0.007015760"},
		{"confidence", r.Confidence(), "0.43125"},
		{"lift", r.Lift(), "3.956477"},
		{"leverage", r.Leverage(), "0.005242526"},
		{"conviction", r.Conviction(), "1.566596"},
		{"Fisher, times 1e26", r.P() * 1e26, "6.17"},
	} {
		asPrinted(t, c.name, c.got, c.want)
	}
	back := Rule{Left: []int32{1}, Right: 0, Both: 69, Lefts: 1072, Rights: 160, Of: 9835}
	if math.Abs(back.P()/r.P()-1) > 1e-9 || back.Lift() != r.Lift() {
		t.Errorf("the other way round: p %g and %g, lift %g and %g", back.P(), r.P(), back.Lift(), r.Lift())
	}
}

// Fisher's lady named all of four cups of eight: 1 in 70.
func TestFishersLadyTastingTea(t *testing.T) {
	for _, c := range []struct {
		shared int64
		want   float64
	}{{4, 1. / 70}, {3, 17. / 70}, {2, 53. / 70}, {1, 69. / 70}, {0, 1}, {5, 0}} {
		if got := Hypergeometric(c.shared, 4, 4, 8); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%d right: %g, want %g", c.shared, got, c.want)
		}
	}
}

func TestHypergeometricAtItsEdges(t *testing.T) {
	for _, c := range []struct {
		name                    string
		shared, left, right, of int64
		want                    float64
	}{
		{"two sets that fill the whole must overlap", 5, 10, 5, 10, 1},
		{"they overlap at least by what does not fit", 2, 6, 6, 10, 1},
		{"far below what is expected is certain", 1, 50_000, 50_000, 100_000, 1},
		{"no set at all", 0, 0, 0, 0, 1},
		{"all of 100,000 shared by two halves is impossible by chance", 50_000, 50_000, 50_000, 100_000, 0},
	} {
		if got := Hypergeometric(c.shared, c.left, c.right, c.of); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %g, want %g", c.name, got, c.want)
		}
	}
}

// The interval is checked against what it promises: of many samples from one truth
// the lower end lies below the true lift in 97.5 of a hundred.
func TestTheLowerEndOfLiftHoldsItsPromise(t *testing.T) {
	d := rand.New(rand.NewPCG(1, 2))
	const left, right, joint, n, samples = .2, .3, .09, 1500, 4000
	below := 0
	for range samples {
		r := Rule{Of: n}
		for range n {
			switch x := d.Float64(); {
			case x < joint:
				r.Both, r.Lefts, r.Rights = r.Both+1, r.Lefts+1, r.Rights+1
			case x < left:
				r.Lefts++
			case x < left+right-joint:
				r.Rights++
			}
		}
		if r.LiftLow() <= joint/(left*right) {
			below++
		}
	}
	if share := float64(below) / samples; share < .967 || share > .983 {
		t.Errorf("the lower end is below the truth in %.3f, want .975", share)
	}
}

func TestLiftLowWorkedByHand(t *testing.T) {
	r := Rule{Both: 40, Lefts: 100, Rights: 200, Of: 1000}
	// lift 2; variance (25 - 10 - 5 + 4 - 1)/1000 = .013
	if want := 2 * math.Exp(-1.959963984540054*math.Sqrt(.013)); math.Abs(r.LiftLow()-want) > 1e-12 {
		t.Errorf("%g, want %g", r.LiftLow(), want)
	}
	if (Rule{Lefts: 1, Rights: 1, Of: 10}).LiftLow() != 0 {
		t.Error("without any basket of both the lower end is 0")
	}
}

func TestPairsAgreeWithCountingEveryPair(t *testing.T) {
	d := rand.New(rand.NewPCG(3, 4))
	var baskets [][]int32
	want := map[[2]int32]int64{}
	for range 400 {
		var basket []int32
		for t := range int32(30) {
			if d.Float64() < 1/float64(2+t%9) {
				basket = append(basket, t)
			}
		}
		for i, a := range basket {
			for _, b := range basket[i+1:] {
				want[[2]int32{a, b}]++
			}
		}
		baskets = append(baskets, basket)
	}
	for _, least := range []int64{0, 1, 20, 100} {
		got := Pairs(baskets, 30, least)
		n := 0
		for _, both := range want {
			if both >= max(least, 1) {
				n++
			}
		}
		if len(got) != n {
			t.Errorf("least %d: %d pairs, want %d", least, len(got), n)
		}
		for i, p := range got {
			if want[[2]int32{p.A, p.B}] != p.Both {
				t.Errorf("%d with %d: %d, want %d", p.A, p.B, p.Both, want[[2]int32{p.A, p.B}])
			}
			if i > 0 && cmp.Or(cmp.Compare(got[i-1].A, p.A), cmp.Compare(got[i-1].B, p.B)) >= 0 {
				t.Errorf("pairs are not in order at %d", i)
			}
		}
	}
}

func TestRulesOfPairsAgreeWithPairs(t *testing.T) {
	baskets := [][]int32{{0, 1}, {0, 1, 2}, {0, 1}, {1, 2}, {2}, {0}}
	pairs := Pairs(baskets, 3, 2)
	rules := Rules(baskets, 3, Limits{Support: 2, Things: 2})
	if len(pairs) != 2 || len(rules) != 4 {
		t.Fatalf("%v %v", pairs, rules)
	}
	if r := rules[0]; r.Both != 3 || r.Lefts != 4 || r.Rights != 4 || r.Of != 6 {
		t.Errorf("0 -> 1: %+v", r)
	}
}

func TestTestsThatFoundNothingCount(t *testing.T) {
	p := []float64{.001, .02, .04}
	for _, c := range []struct {
		tests int
		want  []bool
	}{
		{0, []bool{true, true, true}},
		{10, []bool{true, false, false}},
		{100, []bool{false, false, false}},
	} {
		if got := DiscoveriesAmong(p, c.tests, .05); !slices.Equal(got, c.want) {
			t.Errorf("among %d: %v, want %v", c.tests, got, c.want)
		}
	}
}

// Baskets of 100,000 households over 200 categories, eight each.
func BenchmarkPairsOf100000Households(b *testing.B) {
	d := rand.New(rand.NewPCG(5, 6))
	baskets := make([][]int32, 100_000)
	for i := range baskets {
		seen := map[int32]bool{}
		for len(seen) < 8 {
			seen[int32(200*d.Float64()*d.Float64())] = true
		}
		for t := range int32(200) {
			if seen[t] {
				baskets[i] = append(baskets[i], t)
			}
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if len(Pairs(baskets, 200, 100)) == 0 {
			b.Fatal("no pair")
		}
	}
}
