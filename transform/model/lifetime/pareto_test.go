package lifetime

import (
	"math"
	"testing"

	"clientele/transform/model/special"
)

// closed is the integral of departure by the hypergeometric functions of Fader and Hardie
// (2005), eq. 19 and 20, as a logarithm.
func closed(m ParetoNBD, x, from, to float64) float64 {
	n, k := m.R+m.S+x, m.S+1
	if m.Alpha < m.Beta {
		k = m.R + x
	}
	high, apart := math.Max(m.Alpha, m.Beta), math.Abs(m.Alpha-m.Beta)
	tail := func(t float64) float64 {
		return special.LnHyp(n, k, n+1, apart/(high+t)) - n*math.Log(high+t)
	}
	early, late := tail(from), tail(to)
	return early + math.Log(-math.Expm1(late-early)) - math.Log(n)
}

func TestParetoQuadratureIsTheClosedForm(t *testing.T) {
	for _, m := range []ParetoNBD{
		{R: .55, S: .61, Alpha: 10.6, Beta: 11.7},
		{R: .55, S: .61, Alpha: 11.7, Beta: 10.6},
		{R: .05, S: .02, Alpha: .1, Beta: 40},
		{R: .05, S: 3, Alpha: 90, Beta: .05},
		{R: 8, S: 20, Alpha: 3, Beta: 900},
		{R: 2, S: 1, Alpha: 5, Beta: 5},
	} {
		for _, x := range []float64{0, 1, 3, 26, 300, 2000} {
			for _, span := range [][2]float64{{0, .15}, {0, 39}, {10, 10.15}, {30, 39}, {1, 520}, {500, 520}} {
				got := departureOf(m).between(m.R+x, m.S+1, span[0], span[1]).log()
				if want := closed(m, x, span[0], span[1]); !(math.Abs(got-want) <= 2e-10) {
					t.Errorf("%+v, x=%v, %v: %.15g, closed form %.15g", m, x, span, got, want)
				}
			}
		}
	}
}

// Where the closed form loses its digits the integral itself was computed with mpmath
// 1.3.0 (quad, 30 digits).
func TestParetoQuadratureWhereTheClosedFormFails(t *testing.T) {
	m := ParetoNBD{R: .3, S: 1e-3, Alpha: 1e-3, Beta: 1e3}
	for x, want := range map[float64]float64{0: -14.81942773123153, 300: 2047.967290267896} {
		if got := m.lnGone(x, 0, .15); math.Abs(got-want) > 1e-11 {
			t.Errorf("x=%v: %.16g, want %.16g", x, got, want)
		}
	}
}

// scattered are histories of many kinds, from a linear congruence.
func scattered(n int) []History {
	out := make([]History, n)
	state := uint32(7)
	next := func(below int32) int32 {
		state = state*1664525 + 1013904223
		return int32(uint64(state) * uint64(below) >> 32)
	}
	for i := range out {
		h := History{Age: 1 + next(700)}
		if h.Last = next(2*h.Age) - h.Age; h.Last <= 0 {
			h.Last = 0
		} else {
			h.Repeats = 1 + next(min(h.Last, 1+next(40)))
		}
		out[i] = h
	}
	return out
}

func TestParetoObjectiveIsTheSumOfThePublishedForm(t *testing.T) {
	p := group(t, scattered(3000))
	f := paretoObjective(p)
	for _, m := range []ParetoNBD{{R: .5, S: .6, Alpha: 10, Beta: 12}, {R: 3, S: .1, Alpha: 40, Beta: 2}, {R: .02, S: 5, Alpha: .5, Beta: 90}} {
		x := []float64{math.Log(m.R), math.Log(m.Alpha), math.Log(m.S), math.Log(m.Beta)}
		want := 0.0
		for _, row := range p.Rows {
			x, last, age := row.weeks()
			gone := math.Inf(-1)
			if last < age {
				gone = math.Log(m.S) + closed(m, x, last, age)
			}
			gamma := special.LnGamma(m.R+x) - special.LnGamma(m.R)
			known := gamma + m.R*math.Log(m.Alpha) + m.S*math.Log(m.Beta)
			want -= float64(row.Customers) * (known + math.Log(math.Exp(m.lnStays(x, age))+math.Exp(gone)))
		}
		slope, other := make([]float64, 4), make([]float64, 4)
		got := f(x, slope)
		if math.Abs(got-want) > 1e-11*math.Abs(want) {
			t.Errorf("%+v: %.15g, closed form %.15g", m, got, want)
		}
		for i := range x {
			at := x[i]
			x[i] = at + 1e-4
			above := f(x, other)
			x[i] = at - 1e-4
			below := f(x, other)
			x[i] = at
			if d := (above - below) / 2e-4; math.Abs(slope[i]-d) > 1e-6*(1+math.Abs(d)) {
				t.Errorf("%+v: slope %d is %v, differenced %v", m, i, slope[i], d)
			}
		}
	}
}

// What a customer does next does not jump where s passes 1, the pole of the closed form.
func TestParetoHasNoPoleAtOne(t *testing.T) {
	at := func(s float64) (mean, variance float64) {
		return ParetoNBD{R: .55, S: s, Alpha: 10.6, Beta: 11.7}.Moments(History{3, 60, 90}, 26)
	}
	mean, variance := at(1)
	for _, off := range []float64{1e-15, 1e-12, 1e-9, 1e-6} {
		for _, s := range []float64{1 - off, 1 + off} {
			m, v := at(s)
			if math.Abs(m-mean) > 2*off+1e-14 || math.Abs(v-variance) > 20*off+1e-12 {
				t.Errorf("s=%v: %.16g ± %.16g, at 1 %.16g ± %.16g", s, m, v, mean, variance)
			}
		}
	}
	mean, variance = at(2)
	m, v := at(2 + 1e-9)
	if math.Abs(m-mean) > 1e-8 || math.Abs(v-variance) > 1e-7 {
		t.Errorf("above 2: %v ± %v, at 2 %v ± %v", m, v, mean, variance)
	}
}

func TestParetoChancesAreChances(t *testing.T) {
	for _, m := range []ParetoNBD{{R: .5, S: .6, Alpha: 10, Beta: 12}, {R: 30, S: 1e-4, Alpha: 1e-3, Beta: 1e4}, {R: 1e-4, S: 30, Alpha: 1e4, Beta: 1e-3}} {
		for _, h := range append(scattered(200), History{}, History{MaxDays, MaxDays, MaxDays}, History{0, 0, MaxDays}) {
			alive, buys, never := m.Alive(h), m.ProbOrder(h, 13), m.ProbOrder(h, 0)
			if !(alive >= 0 && alive <= 1 && buys >= 0 && buys <= alive && never == 0) {
				t.Errorf("%+v, %+v: alive %v, orders %v, %v", m, h, alive, buys, never)
			}
			mean, variance := m.Moments(h, 13)
			if !(mean >= buys-1e-14 && variance >= 0) || math.IsInf(mean+variance, 0) {
				t.Errorf("%+v, %+v: %v ± %v orders, at least one %v", m, h, mean, variance, buys)
			}
		}
	}
}

func TestResidualTransactionsNeedADiscount(t *testing.T) {
	m := ParetoNBD{R: .5, S: .6, Alpha: 10, Beta: 12}
	if v := m.DERT(History{1, 7, 70}, 0); !math.IsNaN(v) {
		t.Errorf("without a discount %v", v)
	}
	// Very strongly discounted nothing to come counts; weakly, what a century brings does.
	h := History{5, 200, 260}
	if v := m.DERT(h, WeeklyRate(1e9)); !(v > 0 && v < m.Expected(h, 10)) {
		t.Errorf("at a billion-fold rate %v", v)
	}
	if v := m.DERT(h, WeeklyRate(.1)); !(v > m.Expected(h, 52) && v < m.Expected(h, 5200)) {
		t.Errorf("at ten per cent %v", v)
	}
	if r := WeeklyRate(.15); math.Abs(r*365.25/7-math.Log(1.15)) > 1e-15 {
		t.Errorf("weekly rate %v", r)
	}
}

func TestASampleKeepsEveryKindInProportion(t *testing.T) {
	p := group(t, scattered(20_000))
	part := p.sample(2000)
	if part.Customers() != 2000 || part.MaxAge != p.MaxAge {
		t.Fatalf("%d customers, %d days", part.Customers(), part.MaxAge)
	}
	for x := int32(0); x < 40; x++ {
		if all, some := repeating(p, x), repeating(part, x); math.Abs(float64(all)/10-float64(some)) > 1 {
			t.Errorf("%d of %d customers with %d repeats", some, all, x)
		}
	}
	if p.sample(0) != p || p.sample(20_000) != p {
		t.Error("a sample of all is not all")
	}
}

func repeating(p *Patterns, x int32) (customers int32) {
	for _, row := range p.Rows {
		if row.Repeats == x {
			customers += row.Customers
		}
	}
	return customers
}

func TestParetoOfASampleIsNearThatOfAll(t *testing.T) {
	p := group(t, cdnow(t).histories)
	few := PNBD()
	few.most = 1200
	all, part := maximumLikelihood(t, PNBD(), p), maximumLikelihood(t, few, p)
	if part.Customers != 1200 || all.Customers != 2357 {
		t.Errorf("%d and %d customers", part.Customers, all.Customers)
	}
	if part.LogLikelihood >= all.LogLikelihood {
		t.Errorf("log-likelihood of all %v with the estimate of a part, %v with that of all", part.LogLikelihood, all.LogLikelihood)
	}
	for i, q := range part.Parameters {
		if off := math.Abs(math.Log(q.Value / all.Parameters[i].Value)); off > 2*q.SE/q.Value || q.SE < all.Parameters[i].SE {
			t.Errorf("%s: %v ± %v, of all %v ± %v", q.Name, q.Value, q.SE, all.Parameters[i].Value, all.Parameters[i].SE)
		}
	}
}

func BenchmarkParetoLikelihood(b *testing.B) {
	p := group(b, scattered(20_000))
	f := paretoObjective(p)
	x, g := []float64{math.Log(.553), math.Log(10.578), math.Log(.606), math.Log(11.67)}, make([]float64, 4)
	b.ResetTimer()
	for range b.N {
		f(x, g)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(p.Rows)), "ns/row")
}

func TestATableOfDeparturesIsTheIntegralOneByOne(t *testing.T) {
	for _, m := range []ParetoNBD{
		{R: .55, S: .61, Alpha: 10.6, Beta: 11.7},
		{R: .3, S: 1e-3, Alpha: 1e-3, Beta: 1e3},
		{R: 8, S: 20, Alpha: 3, Beta: .01},
		{R: 2, S: 1, Alpha: 1.8, Beta: 1.8},
	} {
		d := departureOf(m)
		for _, x := range []float64{0, 1, 26, 400} {
			p, q := m.R+x, m.S+1
			table := d.tails(p, q, 700)
			for _, span := range [][2]int32{{0, 1}, {0, 700}, {1, 2}, {5, 6}, {30, 31}, {100, 690}, {650, 651}, {699, 700}, {10, 10}} {
				got := table.between(span[0], span[1])
				want := d.between(p, q, float64(span[0])/7, float64(span[1])/7)
				if span[0] == span[1] {
					if got.times != 0 || want.times != 0 {
						t.Errorf("nothing is %v and %v", got, want)
					}
					continue
				}
				for i, pair := range [][2]float64{{got.log(), want.log()}, {got.lnAlpha, want.lnAlpha}, {got.lnBeta, want.lnBeta}, {got.perAlpha, want.perAlpha}, {got.perBeta, want.perBeta}} {
					if off := math.Abs(pair[0] - pair[1]); off > 2e-10*math.Max(1, math.Abs(pair[1])) {
						t.Errorf("%+v, x=%v, %v, value %d: %.15g, one by one %.15g", m, x, span, i, pair[0], pair[1])
					}
				}
			}
		}
	}
}
