package cluster

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"
)

// plain leaves the parts of the rule out that the naive reference does not have.
func plain() Options {
	o := Balanced()
	o.Torn, o.Spread = 0, 0
	return o
}

func (w *world) group(o Options) Result { return Group(w.n, w.edges, w.score, w.ties, o) }

func TestGroupsAreThoseOfTheNaiveReference(t *testing.T) {
	for seed := range uint64(300) {
		w := newWorld(seed, int(seed%40))
		for name, o := range map[string]Options{"balanced": plain(), "recall": Recall(), "strict": Strict()} {
			o.Torn, o.Spread = 0, 0
			if got, want := w.group(o).Labels, naive(w, o); !slices.Equal(got, want) {
				t.Fatalf("seed %d, %s:\n%v\nwant\n%v", seed, name, got, want)
			}
		}
	}
}

func TestResultIsTheSameForAnyOrderOfEdgesAndAnyNumberOfWorkers(t *testing.T) {
	for seed := range uint64(60) {
		w := newWorld(seed, 20+int(seed)).tie(seed)
		o := Balanced()
		if seed%3 == 0 {
			o.Cap = 8
		}
		o.Workers = 1
		want := w.group(o)
		for _, workers := range []int{1, 2, 8} {
			rng := rand.New(rand.NewPCG(seed, 9))
			rng.Shuffle(len(w.edges), func(i, j int) { w.edges[i], w.edges[j] = w.edges[j], w.edges[i] })
			for i, e := range w.edges {
				if rng.IntN(2) == 0 {
					w.edges[i].A, w.edges[i].B = e.B, e.A
				}
			}
			o.Workers = workers
			if got := w.group(o); !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %d workers:\n%+v\nwant\n%+v", seed, workers, got, want)
			}
		}
	}
}

func TestNoClusterHoldsAPairThatCanNeverBeOne(t *testing.T) {
	for seed := range uint64(200) {
		w := newWorld(seed, 10+int(seed%50)).tie(seed)
		o := Recall()
		o.Cap = 3 + int(seed%60)
		r := w.group(o)
		for _, c := range w.ties.Cannot {
			if r.Labels[c.A] == r.Labels[c.B] {
				t.Errorf("seed %d: %v is in one cluster", seed, c)
			}
		}
		told := newSets(w.n)
		for _, m := range w.ties.Must {
			told.join(m.A, m.B)
		}
		for p, bits := range w.scores {
			untold := told.find(p.A) == p.A && told.find(p.B) == p.B // no Must speaks of either, nor leads to them
			if untold && math.IsInf(bits, -1) && r.Labels[p.A] == r.Labels[p.B] && !spoken(w.ties.Must, p) {
				t.Errorf("seed %d: %v clashes and is in one cluster", seed, p)
			}
		}
	}
}

func spoken(pairs []Pair, p Pair) bool {
	return slices.ContainsFunc(pairs, func(m Pair) bool { return m.A == p.A || m.B == p.A || m.A == p.B || m.B == p.B })
}

func TestMustIsObeyedUnlessAConflictIsReported(t *testing.T) {
	conflicts := 0
	for seed := range uint64(200) {
		w := newWorld(seed, 5+int(seed%20)).tie(seed)
		r := w.group(Balanced())
		for _, m := range w.ties.Must {
			refused := slices.ContainsFunc(r.Conflicts, func(c Conflict) bool { return c.Must == m })
			if refused == (r.Labels[m.A] == r.Labels[m.B]) {
				t.Errorf("seed %d: %v refused %t, labels %d and %d", seed, m, refused, r.Labels[m.A], r.Labels[m.B])
			}
		}
		for _, c := range r.Conflicts {
			conflicts++
			if !slices.Contains(w.ties.Cannot, c.Cannot) {
				t.Errorf("seed %d: %+v names a word nobody said", seed, c)
			}
		}
	}
	if conflicts == 0 {
		t.Error("no conflict in all these worlds: the test tests nothing")
	}
}

func TestMergesAreATreeThatBeginsAtTheSmallestRecord(t *testing.T) {
	for seed := range uint64(100) {
		w := newWorld(seed, 5+int(seed%60)).tie(seed)
		r := w.group(Balanced())
		in := make(map[uint32]bool)
		for i, m := range r.Merges {
			if i > 0 && r.Merges[i-1].B >= m.B {
				t.Fatalf("seed %d: out of order at %d", seed, i)
			}
			in[m.B] = true
			if r.Labels[m.A] != r.Labels[m.B] {
				t.Errorf("seed %d: %+v is not in one cluster", seed, m)
			}
			if m.Reason == Evidence && float64(m.Bits) != w.score(m.A, m.B) && !spoken(w.ties.Must, Pair{m.A, m.B}) {
				t.Errorf("seed %d: %+v, scored %v", seed, m, w.score(m.A, m.B))
			}
		}
		into := make(map[uint32]uint32)
		for _, m := range r.Merges {
			into[m.B] = m.A
		}
		for i, l := range r.Labels {
			if (l != uint32(i)) != in[uint32(i)] {
				t.Errorf("seed %d: record %d of cluster %d joined %t", seed, i, l, in[uint32(i)])
			}
			at, steps := uint32(i), 0
			for ; at != l && steps <= w.n; steps++ {
				at = into[at]
			}
			if at != l {
				t.Errorf("seed %d: no way from %d to %d", seed, i, l)
			}
		}
	}
}

func TestGroupingAgainWhatWasGroupedChangesNothing(t *testing.T) {
	for seed := range uint64(50) {
		w := newWorld(seed, 30)
		first := w.group(plain())
		for _, m := range first.Merges {
			w.ties.Must = append(w.ties.Must, Pair{m.A, m.B})
		}
		if again := w.group(plain()); !slices.Equal(again.Labels, first.Labels) {
			t.Fatalf("seed %d:\n%v\nthen\n%v", seed, first.Labels, again.Labels)
		}
	}
}

// bits is a small world of written scores; what is not written is strange.
func bits(n int, scores map[Pair]float64) *world {
	w := &world{n: n, scores: map[Pair]float64{}}
	for a := range uint32(n) {
		for b := a + 1; b < uint32(n); b++ {
			s, ok := scores[Pair{a, b}]
			if !ok {
				s = -12
			}
			w.scores[Pair{a, b}] = s
			if s >= -5 {
				w.edges = append(w.edges, Edge{a, b, float32(s)})
			}
		}
	}
	return w
}

func TestTricky(t *testing.T) {
	apart := math.Inf(-1)
	cases := []struct {
		rule string
		n    int
		bits map[Pair]float64
		ties Ties
		want []uint32
	}{
		{"a pair at the floor joins", 2, map[Pair]float64{{0, 1}: 1.5}, Ties{}, []uint32{0, 0}},
		{"a pair below it does not", 2, map[Pair]float64{{0, 1}: 1.49}, Ties{}, []uint32{0, 1}},
		{"a chain falls apart where its ends contradict", 3, map[Pair]float64{{0, 1}: 9, {1, 2}: 5}, Ties{}, []uint32{0, 0, 2}},
		{"a chain whose ends are merely unlike holds", 3, map[Pair]float64{{0, 1}: 9, {1, 2}: 8, {0, 2}: -9}, Ties{}, []uint32{0, 0, 0}},
		{"what fits two who are clearly two equally well is left alone", 3, map[Pair]float64{{0, 1}: 9, {1, 2}: 8, {0, 2}: -10}, Ties{}, []uint32{0, 1, 2}},
		{"two groups do not drift together on a heap of maybe", 4, map[Pair]float64{{0, 1}: 20, {2, 3}: 20, {0, 2}: 0.9, {0, 3}: 0.9, {1, 2}: 0.9, {1, 3}: 0.9}, Ties{}, []uint32{0, 0, 2, 2}},
		{"one clash keeps two groups apart", 4, map[Pair]float64{{0, 1}: 20, {2, 3}: 20, {0, 2}: 15, {0, 3}: 15, {1, 2}: 15, {1, 3}: apart}, Ties{}, []uint32{0, 0, 2, 2}},
		{"what fits two who clash equally well is left alone", 3, map[Pair]float64{{0, 1}: 10, {1, 2}: 9, {0, 2}: apart}, Ties{}, []uint32{0, 1, 2}},
		{"what fits one of two who clash much better joins that one", 3, map[Pair]float64{{0, 1}: 10, {1, 2}: 6, {0, 2}: apart}, Ties{}, []uint32{0, 0, 2}},
		{"must joins whatever the evidence", 2, nil, Ties{Must: []Pair{{0, 1}}}, []uint32{0, 0}},
		{"must joins what clashes", 2, map[Pair]float64{{0, 1}: apart}, Ties{Must: []Pair{{1, 0}}}, []uint32{0, 0}},
		{"clashes of records put together in spite of a clash are no proof", 3, map[Pair]float64{{0, 1}: apart, {0, 2}: 30, {1, 2}: apart}, Ties{Must: []Pair{{0, 1}}}, []uint32{0, 0, 0}},
		{"must is transitive", 4, nil, Ties{Must: []Pair{{0, 1}, {2, 3}, {1, 2}}}, []uint32{0, 0, 0, 0}},
		{"cannot wins over evidence", 2, map[Pair]float64{{0, 1}: 30}, Ties{Cannot: []Pair{{1, 0}}}, []uint32{0, 1}},
		{"cannot wins over a chain of must: the later one is refused", 3, nil, Ties{Must: []Pair{{0, 1}, {1, 2}}, Cannot: []Pair{{0, 2}}}, []uint32{0, 0, 2}},
		{"cannot holds for whole groups", 4, map[Pair]float64{{0, 1}: 30, {2, 3}: 30, {0, 2}: 30, {1, 2}: 30, {0, 3}: 30, {1, 3}: 30}, Ties{Cannot: []Pair{{0, 3}}}, []uint32{0, 0, 0, 3}},
		{"cannot of a record and itself means nothing", 2, map[Pair]float64{{0, 1}: 30}, Ties{Cannot: []Pair{{1, 1}}}, []uint32{0, 0}},
		{"alike ones are one", 3, nil, Ties{Same: []uint32{0, 1, 0}}, []uint32{0, 1, 0}},
		{"alike ones join others together", 4, map[Pair]float64{{0, 1}: 9, {0, 2}: 30, {1, 2}: 9}, Ties{Same: []uint32{0, 1, 0, 3}}, []uint32{0, 0, 0, 3}},
		{"alike ones can be kept apart, and the rest stays together", 4, map[Pair]float64{{0, 1}: 30, {0, 2}: 30, {0, 3}: 30, {1, 2}: 30, {1, 3}: 30, {2, 3}: 30}, Ties{Same: []uint32{0, 0, 0, 0}, Cannot: []Pair{{0, 2}}}, []uint32{0, 0, 2, 0}},
	}
	for _, c := range cases {
		w := bits(c.n, c.bits)
		w.ties = c.ties
		if c.ties.Same != nil {
			w.edges = slices.DeleteFunc(w.edges, func(e Edge) bool { return c.ties.Same[e.A] != e.A || c.ties.Same[e.B] != e.B })
		}
		if got := w.group(Balanced()).Labels; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.rule, got, c.want)
		}
	}
}

func TestTornRecordIsAskedAbout(t *testing.T) {
	r := bits(3, map[Pair]float64{{0, 1}: 10, {1, 2}: 9, {0, 2}: math.Inf(-1)}).group(Balanced())
	want := []Doubt{{A: 0, B: 1, Bits: 10, Mean: 10, Torn: true}, {A: 1, B: 2, Bits: 9, Mean: 9, Torn: true}}
	if !slices.Equal(r.Doubtful, want) {
		t.Errorf("%+v", r.Doubtful)
	}
}

func TestCloseCallsAreListedTheClosestFirst(t *testing.T) {
	r := bits(11, map[Pair]float64{
		{0, 1}: 3.5, {2, 3}: -1, {4, 5}: 25, {6, 7}: -3.5,
		{8, 9}: 20, {9, 10}: 19, {8, 10}: -9, // the best pair says yes, the mean of 5 says yes as well
	}).group(Balanced())
	want := []Doubt{{A: 0, B: 1, Bits: 3.5, Mean: 3.5, Joined: true}, {A: 2, B: 3, Bits: -1, Mean: -1}}
	if !slices.Equal(r.Doubtful, want) || r.Doubted != 2 {
		t.Errorf("%+v", r.Doubtful)
	}
}

func TestDisagreementOfMeanAndBestIsACloseCall(t *testing.T) {
	r := bits(3, map[Pair]float64{{0, 1}: 9, {1, 2}: 5, {0, 2}: -12}).group(Balanced())
	if want := []Doubt{{A: 1, B: 2, Bits: 5, Mean: -3.5}}; !slices.Equal(r.Doubtful, want) {
		t.Errorf("%+v", r.Doubtful)
	}
}

func TestDoubtsAreBoundedAndCounted(t *testing.T) {
	const n = 20_000
	var edges []Edge
	for i := uint32(0); i < n; i += 2 {
		edges = append(edges, Edge{i, i + 1, float32(i%300) / 100})
	}
	var want Result
	for workers := 1; workers <= 4; workers++ {
		o := Balanced()
		o.Doubts, o.Workers = 100, workers
		r := Group(n, edges, func(a, b uint32) float64 { return -12 }, Ties{}, o)
		if len(r.Doubtful) != 100 || r.Doubted != n/2 {
			t.Errorf("%d workers: %d kept of %d", workers, len(r.Doubtful), r.Doubted)
		}
		if workers == 1 {
			want = r
		} else if !reflect.DeepEqual(r, want) {
			t.Errorf("%d workers find others", workers)
		}
	}
}

func TestNothingToJoin(t *testing.T) {
	for _, n := range []int{0, 1, 5} {
		r := Group(n, nil, nil, Ties{}, Balanced())
		for i, l := range r.Labels {
			if l != uint32(i) {
				t.Errorf("record %d is in cluster %d", i, l)
			}
		}
		if len(r.Labels) != n || len(r.Merges) != 0 {
			t.Errorf("%d records: %+v", n, r)
		}
	}
}

func TestScoreThatIsNoNumberJoinsNobody(t *testing.T) {
	nan := math.NaN()
	edges := []Edge{{0, 1, float32(nan)}, {1, 2, 20}, {2, 3, 20}}
	r := Group(4, edges, func(a, b uint32) float64 { return nan }, Ties{}, Balanced())
	if r.Labels[0] != 0 || r.Labels[1] == r.Labels[3] {
		t.Errorf("%v", r.Labels)
	}
}

// fan has n records of which each is like the first one and unlike all others.
func fan(n int) (edges []Edge, score Score) {
	for i := 1; i < n; i++ {
		edges = append(edges, Edge{0, uint32(i), 20})
	}
	return edges, func(a, b uint32) float64 {
		if a == 0 || b == 0 {
			return 20
		}
		return -12
	}
}

func TestStarOf10000TakesOnlyThoseWhoFitEachOther(t *testing.T) {
	edges, score := fan(10_000)
	r := Group(10_000, edges, score, Ties{}, Balanced())
	size := 0
	for _, l := range r.Labels {
		if l == 0 {
			size++
		}
	}
	if size != 4 { // the mean falls from 20 to 4, -1.3 and -4
		t.Errorf("%d records in the cluster of the first", size)
	}
	if len(r.Tangles) != 1 || r.Tangles[0].Records != 10_000 || r.Tangles[0].Forced == 0 {
		t.Errorf("%+v", r.Tangles)
	}
}

func TestChainOf10000FallsApart(t *testing.T) {
	var edges []Edge
	for i := range uint32(9_999) {
		edges = append(edges, Edge{i, i + 1, 12})
	}
	r := Group(10_000, edges, func(a, b uint32) float64 { return -12 }, Ties{}, Balanced())
	for i, l := range r.Labels {
		if uint32(i)-l > 3 {
			t.Fatalf("record %d is in the cluster of %d", i, l)
		}
	}
}

func TestRegularWith10000AlikeRecordsCostsAsMuchAsOne(t *testing.T) {
	const n = 10_001
	same := make([]uint32, n)
	same[n-1] = n - 1
	asked := 0
	o := Balanced()
	o.Workers = 1
	r := Group(n, []Edge{{0, n - 1, 15}}, func(a, b uint32) float64 { asked++; return 15 }, Ties{Same: same}, o)
	if r.Labels[n-1] != 0 || r.Labels[5000] != 0 || len(r.Merges) != n-1 || asked > 3 {
		t.Errorf("%d merges, asked %d times", len(r.Merges), asked)
	}
}

func TestAlikeOnesWeighAsManyAsTheyAre(t *testing.T) {
	// 0, 1 and 2 are alike, 3 is like them; 4 is like 3 only.
	scores := map[Pair]float64{{0, 3}: 20, {1, 3}: 20, {2, 3}: 20, {3, 4}: 18, {0, 1}: 30, {0, 2}: 30, {1, 2}: 30, {0, 4}: -11, {1, 4}: -11, {2, 4}: -11}
	apart := bits(5, scores)
	one := bits(5, scores)
	one.ties.Same = []uint32{0, 0, 0, 3, 4}
	one.edges = slices.DeleteFunc(one.edges, func(e Edge) bool { return one.ties.Same[e.A] != e.A || one.ties.Same[e.B] != e.B })
	if got, want := one.group(plain()).Labels, apart.group(plain()).Labels; !slices.Equal(got, want) || want[4] != 4 {
		t.Errorf("%v, pair by pair %v", got, want)
	}
}

func TestSourceThatMerged10000RecordsIsNotQuadratic(t *testing.T) {
	const n = 20_000
	var must []Pair
	for i := uint32(1); i < n/2; i++ {
		must = append(must, Pair{i - 1, i}, Pair{n/2 + i - 1, n/2 + i})
	}
	asked := 0
	o := Balanced()
	o.Workers = 1
	r := Group(n, []Edge{{0, n / 2, 10}}, func(a, b uint32) float64 { asked++; return 10 }, Ties{Must: must}, o)
	if r.Labels[n-1] != 0 || asked > 3*speakers*speakers+2*n {
		t.Errorf("label %d, asked %d times", r.Labels[n-1], asked)
	}
}

func TestTangleIsCutWhereEvidenceIsWeakest(t *testing.T) {
	// Two crowds of 300 who agree within, and one weak pair between them.
	const n = 600
	crowd := func(r uint32) uint32 { return r / 300 }
	score := func(a, b uint32) float64 {
		if crowd(a) == crowd(b) {
			return 15
		}
		return -12
	}
	var edges []Edge
	for i := uint32(1); i < n; i++ {
		edges = append(edges, Edge{i - 1, i, float32(max(score(i-1, i), -4))})
	}
	r := Group(n, edges, score, Ties{}, Balanced())
	for i, l := range r.Labels {
		if l != crowd(uint32(i))*300 {
			t.Fatalf("record %d is in the cluster of %d", i, l)
		}
	}
	if want := []Tangle{{First: 0, Records: n, Parts: 2}}; !slices.Equal(r.Tangles, want) {
		t.Errorf("%+v", r.Tangles)
	}
}

func TestCustomerOfMoreRecordsThanCanBeWeighedIsStillOne(t *testing.T) {
	const n = 3000
	rng := rand.New(rand.NewPCG(4, 4))
	var edges []Edge
	for i := 1; i < n; i++ {
		edges = append(edges, Edge{uint32(rng.IntN(i)), uint32(i), 20})
	}
	asked := 0
	o := Balanced()
	o.Workers = 1
	r := Group(n, edges, func(a, b uint32) float64 { asked++; return 20 }, Ties{}, o)
	for i, l := range r.Labels {
		if l != 0 {
			t.Fatalf("record %d is in the cluster of %d", i, l)
		}
	}
	if asked > n*o.Cap {
		t.Errorf("asked %d times", asked)
	}
	if want := (Doubt{}); len(r.Doubtful) > 0 && r.Doubtful[0] != want {
		t.Errorf("%+v: no close call", r.Doubtful[0])
	}
}

// BenchmarkGroup is a million records and 570,000 edges, mostly in pairs and triples.
func BenchmarkGroup(b *testing.B) {
	const n, count = 1_000_000, 570_000
	rng := rand.New(rand.NewPCG(1, 2))
	seen := map[Pair]bool{}
	var edges []Edge
	for len(edges) < count {
		a := uint32(rng.IntN(n))
		c := a/8*8 + uint32(rng.IntN(8))
		if p := (Pair{min(a, c), max(a, c)}); a != c && !seen[p] {
			seen[p] = true
			edges = append(edges, Edge{p.A, p.B, float32(rng.IntN(40) - 5)})
		}
	}
	for _, workers := range []int{1, runtime.GOMAXPROCS(0)} {
		b.Run(fmt.Sprint("workers", workers), func(b *testing.B) {
			o := Balanced()
			o.Workers = workers
			b.ReportAllocs()
			for range b.N {
				Group(n, edges, func(x, y uint32) float64 { return float64((x+y)%40) - 8 }, Ties{}, o)
			}
		})
	}
}
