package lifetime

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"clientele/transform/model/special"
)

var usual = BetaGeometric{R: .243, Alpha: 4.414, A: .793, B: 2.426}

func modified(m BetaGeometric) BetaGeometric {
	m.Modified = true
	return m
}

func TestTheGradientIsTheSlopeOfTheLikelihood(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, f := range []Family{BGNBD(), MBGNBD()} {
		likelihood := f.objective(group(t, sixty))
		for range 50 {
			x, g, none := make([]float64, 4), make([]float64, 4), make([]float64, 4)
			for i := range x {
				x[i] = 1.5 * rng.NormFloat64()
			}
			likelihood(x, g)
			for i := range x {
				at, h := x[i], 1e-5
				x[i] = at + h
				above := likelihood(x, none)
				x[i] = at - h
				below := likelihood(x, none)
				x[i] = at
				if slope := (above - below) / (2 * h); math.Abs(slope-g[i]) > 1e-6*(1+math.Abs(slope)) {
					t.Errorf("%s at %v: part %d is %v, the slope %v", f.Name, x, i, g[i], slope)
				}
			}
		}
	}
}

func TestAPatternCountsAsOftenAsItHasCustomers(t *testing.T) {
	var many []History
	for i, h := range sixty {
		for range 1 + 3*(i%5) {
			many = append(many, h)
		}
	}
	x, g, gMany := []float64{-.2, 1, .3, 1.2}, make([]float64, 4), make([]float64, 4)
	for _, f := range []Family{BGNBD(), MBGNBD()} {
		sum := 0.0
		for _, h := range many {
			sum += f.objective(group(t, []History{h}))(x, g)
		}
		got := f.objective(group(t, many))(x, gMany)
		if math.Abs(got-sum) > 1e-9 {
			t.Errorf("%s: %v grouped, %v one by one", f.Name, got, sum)
		}
	}
}

func TestEstimatesAreTheSameToTheLastBitOnAnyNumberOfCores(t *testing.T) {
	histories := world{r: .5, alpha: 3, a: .8, b: 2, weeks: 104}.histories(60_000, rand.NewPCG(1, 1))
	run := func(cores int) ([]float64, []float64) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		p := group(t, histories)
		e, err := BGNBD().Fit(p)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Rows) < 2*chunk {
			t.Fatalf("%d patterns: too few for two chunks", len(p.Rows))
		}
		return e.Logarithms, p.Each(func(h History) float64 { return e.Expected(h, 13) })
	}
	one, oneEach := run(1)
	for _, cores := range []int{2, 7} {
		many, each := run(cores)
		if !slices.Equal(one, many) || !slices.Equal(oneEach, each) {
			t.Errorf("%v on one core, %v on %d", one, many, cores)
		}
	}
}

func TestTheOrderOfCustomersDoesNotMatter(t *testing.T) {
	turned := slices.Clone(sixty)
	slices.Reverse(turned)
	a, _ := MBGNBD().Fit(group(t, sixty))
	b, _ := MBGNBD().Fit(group(t, turned))
	if !slices.Equal(a.Logarithms, b.Logarithms) {
		t.Errorf("%v and %v", a.Logarithms, b.Logarithms)
	}
}

func TestAFirstLookAtManyLeadsToTheSameEstimate(t *testing.T) {
	histories := world{r: 2, alpha: 9, a: .8, b: 2, weeks: 150}.histories(60_000, rand.NewPCG(9, 1))
	p := group(t, histories)
	if len(p.Rows) < 2*firstLook {
		t.Fatalf("%d patterns: all of them are the first look", len(p.Rows))
	}
	e, err := BGNBD().Fit(p)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{2, 9, .8, 2} {
		// Merging orders of one day makes customers a little less different than drawn.
		if q := e.Parameters[i]; math.Abs(q.Value-want) > 5*q.SE+.05*want {
			t.Errorf("%s %v ± %v, drawn from %v", q.Name, q.Value, q.SE, want)
		}
	}
	whole := BGNBD()
	f := whole.objective(p)
	g := make([]float64, 4)
	f(e.Logarithms, g)
	for i, part := range g {
		// What is left is the prior's: its slope is the distance over 9.
		if prior := (e.Logarithms[i] - whole.centre(p)[i]) / PriorSD / PriorSD; math.Abs(part+prior) > 1e-2 {
			t.Errorf("slope %v of part %d, prior %v", part, i, prior)
		}
	}
}

// The closed form of the papers by another route: hypergeometric in logs, away from
// its poles.
func TestTheSumIsTheClosedForm(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for range 2000 {
		m := BetaGeometric{R: math.Exp(rng.NormFloat64()), Alpha: math.Exp(2 * rng.NormFloat64()), A: .1 + 3*rng.Float64(), B: .1 + 5*rng.Float64(), Modified: rng.IntN(2) == 0}
		if math.Abs(m.A-1) < .01 {
			continue
		}
		h := History{Age: int32(rng.IntN(1000))}
		if h.Last = int32(rng.IntN(int(h.Age) + 1)); h.Last > 0 {
			h.Repeats = 1 + int32(rng.IntN(int(h.Last)))
		}
		weeks := 1 + 100*rng.Float64()
		x, _, age := h.weeks()
		k := m.occasions(x)
		if m.A+m.B+k-1 < .1 {
			continue
		}
		ln := special.LnHyp(m.R+x, m.B+k, m.A+m.B+k-1, weeks/(m.Alpha+age+weeks))
		closed := (m.A + m.B + k - 1) / (m.A - 1) * -math.Expm1(ln-(m.R+x)*math.Log1p(weeks/(m.Alpha+age))) * m.Alive(h)
		if got := m.Expected(h, weeks); math.Abs(got-closed) > 1e-8*closed+1e-300 {
			t.Errorf("%+v %+v %v weeks: %v, closed form %v", m, h, weeks, got, closed)
		}
	}
}

func TestCountsAreADistributionWithTheMomentsGiven(t *testing.T) {
	for _, m := range []BetaGeometric{usual, modified(usual), {R: 2, Alpha: 3, A: 1, B: 1}} {
		for _, h := range []History{{}, {0, 0, 100}, {3, 100, 150}, {10, 60, 300}} {
			sum, mean, square := 0.0, 0.0, 0.0
			for n := range 3000 {
				p := m.ProbCount(h, 26, n)
				sum += p
				mean += p * float64(n)
				square += p * float64(n) * float64(n)
			}
			wantMean, wantVariance := m.Moments(h, 26)
			if math.Abs(sum-1) > 1e-9 || math.Abs(mean/wantMean-1) > 1e-9 || math.Abs((square-mean*mean)/wantVariance-1) > 1e-7 {
				t.Errorf("%+v %+v: sum %v, mean %v, want %v, variance %v, want %v", m, h, sum, mean, wantMean, square-mean*mean, wantVariance)
			}
		}
	}
}

func TestWhoOrderedLatelyIsMoreLikelyToOrder(t *testing.T) {
	for _, m := range []BetaGeometric{usual, modified(usual)} {
		last := 0.0
		for day := int32(5); day <= 300; day += 5 {
			p := m.ProbOrder(History{5, day, 300}, 13)
			if p <= last {
				t.Errorf("%s: %v with the last order on day %d, %v five days before", m.Name(), p, day, last)
			}
			last = p
		}
	}
}

func TestWhoHasNoRepeatIsAliveForEverByTheUnmodifiedModelOnly(t *testing.T) {
	h := History{Age: 5000}
	if usual.Alive(h) != 1 {
		t.Errorf("BG/NBD: %v", usual.Alive(h))
	}
	if p := modified(usual).Alive(h); p > .5 {
		t.Errorf("MBG/NBD: %v", p)
	}
}

func TestInNoTimeNothingHappens(t *testing.T) {
	for _, weeks := range []float64{0, -1} {
		mean, variance := usual.Moments(History{2, 5, 9}, weeks)
		if mean != 0 || variance != 0 || usual.ProbOrder(History{2, 5, 9}, weeks) != 0 || usual.ProbCount(History{2, 5, 9}, weeks, 0) != 1 || usual.ProbCount(History{2, 5, 9}, weeks, 1) != 0 {
			t.Errorf("in %v weeks: %v ± %v", weeks, mean, variance)
		}
	}
}
