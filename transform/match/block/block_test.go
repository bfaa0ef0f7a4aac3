package block

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"
)

type pair struct{ a, b uint32 }

// collect gathers what is visited, and fails on a pair out of order.
func collect(t *testing.T, n int, rules []Rule, o Options) ([]pair, Report) {
	t.Helper()
	var mu sync.Mutex
	var out []pair
	r := Pairs(n, rules, o, func(worker int, a, b uint32) {
		mu.Lock()
		defer mu.Unlock()
		if a >= b || worker < 0 || worker >= o.filled().Workers {
			t.Errorf("worker %d visits %d and %d", worker, a, b)
		}
		out = append(out, pair{a, b})
	})
	slices.SortFunc(out, func(x, y pair) int {
		if x.a != y.a {
			return int(x.a) - int(y.a)
		}
		return int(x.b) - int(y.b)
	})
	if int64(len(out)) != r.Pairs {
		t.Errorf("%d pairs visited, %d reported", len(out), r.Pairs)
	}
	return out, r
}

// alikeUnder says in the plainest way whether a block holds two records: all
// records of the same keys so far are counted, level by level.
func alikeUnder(n int, r Rule, limit, a, b int) bool {
	if !r.together(uint32(a), uint32(b)) {
		return false
	}
	var in []int
	for i := range n {
		if r.Key(uint32(i)) == r.Key(uint32(a)) {
			in = append(in, i)
		}
	}
	for _, finer := range r.Finer {
		if len(in) <= limit {
			return true
		}
		own := finer(uint32(a))
		if own == 0 || own != finer(uint32(b)) {
			return false
		}
		in = slices.DeleteFunc(in, func(i int) bool { return finer(uint32(i)) != own })
	}
	return len(in) <= limit
}

// naive lists the pairs of all rules by looking at every pair.
func naive(n int, rules []Rule, limit int) (out []pair, byRule []int64) {
	byRule = make([]int64, len(rules))
	for a := range n {
		for b := a + 1; b < n; b++ {
			for i, r := range rules {
				if alikeUnder(n, r, limit, a, b) {
					out = append(out, pair{uint32(a), uint32(b)})
					byRule[i]++
					break
				}
			}
		}
	}
	return out, byRule
}

// by is the key that a column holds.
func by(column []uint32) Key { return func(record uint32) uint32 { return column[record] } }

// count reports what is visited.
func count(n int, rules []Rule, o Options) Report {
	return Pairs(n, rules, o, func(int, uint32, uint32) {})
}

// column makes n keys, one in seven missing.
func column(rng *rand.Rand, n, values int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		if rng.IntN(7) > 0 {
			out[i] = 1 + uint32(rng.IntN(values))*2654435761
		}
	}
	return out
}

func TestEveryPairOfEqualKeysIsVisitedOnceUnderTheFirstRuleThatHasIt(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 1))
		n, limit := rng.IntN(90), 2+rng.IntN(12)
		var rules []Rule
		for r := range rng.IntN(20) {
			rule := Rule{Name: fmt.Sprint(r), Key: by(column(rng, n, 1+rng.IntN(40)))}
			for range rng.IntN(3) {
				rule.Finer = append(rule.Finer, by(column(rng, n, 1+rng.IntN(8))))
			}
			rules = append(rules, rule)
		}
		want, byRule := naive(n, rules, limit)
		for _, workers := range []int{1, 2, 8} {
			got, report := collect(t, n, rules, Options{Max: limit, Workers: workers})
			if !slices.Equal(got, want) {
				t.Fatalf("seed %d, %d workers: %d pairs, want %d", seed, workers, len(got), len(want))
			}
			for i, c := range report.Rules {
				if c.Pairs != byRule[i] {
					t.Errorf("seed %d: rule %d counts %d pairs, want %d", seed, i, c.Pairs, byRule[i])
				}
			}
		}
	}
}

func TestReportIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	rules := someRules(20_000, 6)
	want := fmt.Sprint(count(20_000, rules, Options{Max: 20, Workers: 1}))
	for _, workers := range []int{2, 3, 8} {
		if got := fmt.Sprint(count(20_000, rules, Options{Max: 20, Workers: workers})); got != want {
			t.Errorf("%d workers:\n%s\none:\n%s", workers, got, want)
		}
	}
}

// constant is n times one key.
func constant(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = 7
	}
	return out
}

// every is a key for each run of size records.
func every(n, size int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = 1 + uint32(i/size)
	}
	return out
}

func TestBlockOf50000IsPartedByTheFinerKey(t *testing.T) {
	const n = 50_000
	_, r := collect(t, n, []Rule{{Name: "phone", Key: by(constant(n)), Finer: []Key{by(every(n, 10))}}}, Options{Max: 150})
	if r.Pairs != n/10*45 || r.Rules[0].Narrowed != n || len(r.Skipped) != 0 {
		t.Errorf("%+v", r)
	}
	if all := pairsIn(n); r.Rules[0].Parted != all-r.Pairs {
		t.Errorf("%d of %d pairs set apart, %d visited", r.Rules[0].Parted, all, r.Pairs)
	}
}

func TestBlockOf50000WithoutFinerKeyIsReportedAndNotCompared(t *testing.T) {
	const n = 50_000
	r := count(n, []Rule{{Name: "phone", Key: by(constant(n))}}, Options{Max: 2000})
	want := Skip{"phone", n, pairsIn(n), 0}
	if r.Pairs != 0 || !slices.Equal(r.Skipped, []Skip{want}) || !slices.Equal(r.Largest, []Skip{want}) {
		t.Errorf("%+v", r)
	}
}

func TestWhatIsStillTooLargeIsSkippedAndTheRestCompared(t *testing.T) {
	const n = 5000
	finer := every(n, 10)
	for i := range 3000 {
		finer[i+1000] = 9_999_999
	}
	_, r := collect(t, n, []Rule{{Name: "e-mail", Key: by(constant(n)), Finer: []Key{by(finer)}}}, Options{Max: 100})
	if want := (Skip{"e-mail", 3000, pairsIn(3000), 1000}); len(r.Skipped) != 1 || r.Skipped[0] != want {
		t.Errorf("skipped %+v, want %+v", r.Skipped, want)
	}
	if r.Pairs != 200*45 {
		t.Errorf("%d pairs of the others, want %d", r.Pairs, 200*45)
	}
}

func TestRecordWithoutFinerKeyLeavesTheBlockThatIsTooLarge(t *testing.T) {
	finer := []uint32{0, 5, 0, 5, 0, 6}
	got, r := collect(t, 6, []Rule{{Name: "phone", Key: by(constant(6)), Finer: []Key{by(finer)}}}, Options{Max: 3})
	if !slices.Equal(got, []pair{{1, 3}}) || len(r.Skipped) != 0 {
		t.Errorf("%v %+v", got, r)
	}
}

func TestPairThatANarrowedBlockSetApartIsFoundByALaterRule(t *testing.T) {
	finer := []uint32{1, 2, 3, 4}
	rules := []Rule{{Name: "a", Key: by(constant(4)), Finer: []Key{by(finer)}}, {Name: "b", Key: by([]uint32{0, 9, 9, 0})}}
	got, _ := collect(t, 4, rules, Options{Max: 3})
	if !slices.Equal(got, []pair{{1, 2}}) {
		t.Errorf("%v", got)
	}
}

func TestNumberOfANarrowedBlockIsNotTakenForAKey(t *testing.T) {
	// Narrowing numbers the blocks from 1: keys 1 and 2 are others' keys here.
	keys := []uint32{1, 9, 9, 9, 1, 2, 9, 2}
	finer := []uint32{0, 4, 4, 5, 0, 0, 5, 0}
	rules := []Rule{{Name: "a", Key: by(keys), Finer: []Key{by(finer)}}, {Name: "b", Key: by(constant(8))}}
	got, r := collect(t, 8, rules, Options{Max: 3})
	if want := []pair{{0, 4}, {1, 2}, {3, 6}, {5, 7}}; !slices.Equal(got, want) || r.Rules[1].Pairs != 0 {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestSkippedBlocksAreSummedByRuleAndTheLargestNamed(t *testing.T) {
	const n = 15 * 16 / 2 * 10
	keys := make([]uint32, 0, n)
	for k := range uint32(15) {
		for range (k + 1) * 10 {
			keys = append(keys, k+1)
		}
	}
	r := count(len(keys), []Rule{{Name: "city", Key: by(keys)}}, Options{Max: 20})
	if len(r.Skipped) != 1 || r.Skipped[0].Records != len(keys)-30 || r.Skipped[0].First != 30 {
		t.Errorf("%+v", r.Skipped)
	}
	if len(r.Largest) != 10 || r.Largest[0].Records != 150 || r.Largest[9].Records != 60 {
		t.Errorf("%+v", r.Largest)
	}
}

func TestNothingToCompareVisitsNothing(t *testing.T) {
	for _, n := range []int{0, 1, 2, 5000} {
		got, _ := collect(t, n, []Rule{{Key: by(make([]uint32, n))}, {Key: by(make([]uint32, n))}}, Options{})
		if len(got) != 0 {
			t.Errorf("%d records without keys: %d pairs", n, len(got))
		}
	}
	if r := count(1000, nil, Options{}); r.Pairs != 0 {
		t.Errorf("no rule: %+v", r)
	}
}

func TestSortKeepsRecordsOfOneKeyInOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, few, few + 1, 30_000} {
		a := make([]entry, n)
		for i := range a {
			a[i] = entryOf(rng.Uint32()>>rng.IntN(32), uint32(i))
		}
		want := slices.Clone(a)
		slices.Sort(want)
		if got, other := sorted(a, make([]entry, n)); !slices.Equal(got, want) || len(other) != n {
			t.Errorf("%d entries are out of order", n)
		}
	}
}

// someRules are like the keys of customers: mostly two or three alike, some crowds.
func someRules(n, rules int) []Rule {
	rng := rand.New(rand.NewPCG(5, 6))
	out := make([]Rule, rules)
	for r := range out {
		keys, finer := make([]uint32, n), make([]uint32, n)
		for i := range keys {
			switch rng.IntN(40) {
			case 0:
				keys[i] = 1 + uint32(rng.IntN(20))
			case 1, 2, 3:
			default:
				keys[i] = 1 + uint32(rng.IntN(n*2))*2654435761
			}
			finer[i] = 1 + uint32(rng.IntN(n/2))
		}
		out[r] = Rule{Name: fmt.Sprint(r), Key: by(keys), Finer: []Key{by(finer)}}
	}
	return out
}

// BenchmarkPairs is the cost of blocking alone, a million records under 16 rules.
func BenchmarkPairs(b *testing.B) {
	const n = 1_000_000
	rules := someRules(n, 16)
	for _, workers := range []int{1, runtime.GOMAXPROCS(0)} {
		b.Run(fmt.Sprint("workers", workers), func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				r := count(n, rules, Options{Workers: workers})
				b.ReportMetric(float64(r.Pairs), "pairs/op")
			}
		})
	}
}
