package gates

import (
	"math"
	"math/rand/v2"
	"testing"
)

// random returns n values of a figure, sometimes tied and sometimes all the same.
func random(r *rand.Rand, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(r.IntN(1+r.IntN(2000))) - float64(r.IntN(500))
	}
	return out
}

// cases runs a test over many histories, the same ones each time.
func cases(t *testing.T, test func(t *testing.T, r *rand.Rand, values []float64)) {
	t.Helper()
	for i := range uint64(2000) {
		r := rand.New(rand.NewPCG(i, 7))
		test(t, r, random(r, 1+r.IntN(30)))
		if t.Failed() {
			t.Fatalf("history %d", i)
		}
	}
}

func TestTheBandLiesAroundTheMedian(t *testing.T) {
	cases(t, func(t *testing.T, r *rand.Rand, values []float64) {
		b := Usual(values, 5*r.Float64(), r.Float64())
		if b.Low > b.Median || b.High < b.Median || !b.Holds(b.Median) || !b.Holds(b.Low) || !b.Holds(b.High) {
			t.Errorf("%v of %v", b, values)
		}
	})
}

func TestTheOrderOfAHistoryDoesNotMatter(t *testing.T) {
	cases(t, func(t *testing.T, r *rand.Rand, values []float64) {
		before := Usual(values, 3, 0.05)
		r.Shuffle(len(values), func(i, j int) { values[i], values[j] = values[j], values[i] })
		if after := Usual(values, 3, 0.05); after != before {
			t.Errorf("%v, shuffled %v", before, after)
		}
	})
}

func TestTheBandScalesWithItsFigure(t *testing.T) {
	cases(t, func(t *testing.T, _ *rand.Rand, values []float64) {
		b := Usual(values, 3, 0.05)
		for i := range values {
			values[i] *= 1024
		}
		if s := Usual(values, 3, 0.05); s != (Band{b.Low * 1024, b.Median * 1024, b.High * 1024}) {
			t.Errorf("%v, times 1024 %v", b, s)
		}
	})
}

func TestAtLeastHalfOfAHistoryLiesInItsBand(t *testing.T) {
	cases(t, func(t *testing.T, _ *rand.Rand, values []float64) {
		b, in := Usual(values, 1/madToSigma, 0), 0
		for _, x := range values {
			if b.Holds(x) {
				in++
			}
		}
		if 2*in < len(values) {
			t.Errorf("%d of %d in %v", in, len(values), b)
		}
	})
}

func TestAWiderBandHoldsWhatANarrowerHolds(t *testing.T) {
	cases(t, func(t *testing.T, r *rand.Rand, values []float64) {
		w, n := 4*r.Float64(), r.Float64()
		narrow, wide := Usual(values, w, n), Usual(values, w+r.Float64(), n+r.Float64())
		if wide.Low > narrow.Low || wide.High < narrow.High {
			t.Errorf("%v is not in %v", narrow, wide)
		}
	})
}

// One period gone mad must not make the next one look usual.
func TestAnOutlierDoesNotWidenTheBandWithoutBound(t *testing.T) {
	cases(t, func(t *testing.T, r *rand.Rand, values []float64) {
		if len(values) < 5 {
			return
		}
		least, most := values[0], values[0]
		for _, x := range values {
			least, most = min(least, x), max(most, x)
		}
		values[r.IntN(len(values))] = 1e12
		spread := most - least
		if b := Usual(values, 3, 0); b.High > most+3*madToSigma*spread+1e-6 || b.Low < least-3*madToSigma*spread-1e-6 {
			t.Errorf("%v of a history from %v to %v", b, least, most)
		}
	})
}

func TestAFigureThatNeverChangedHasTheNarrowestBand(t *testing.T) {
	b := Usual([]float64{200, 200, 200, 200, 900}, 3, 0.05)
	if b != (Band{190, 200, 210}) {
		t.Errorf("%v", b)
	}
	if zero := Usual([]float64{0, 0, 0}, 3, 0.05); !zero.Holds(0) || zero.Holds(1) {
		t.Errorf("%v", zero)
	}
}

func TestTheMedian(t *testing.T) {
	for _, it := range []struct {
		of   []float64
		want float64
	}{{[]float64{3}, 3}, {[]float64{1, 9}, 5}, {[]float64{9, 1, 2}, 2}, {[]float64{4, 1, 3, 2}, 2.5}, {[]float64{math.MaxFloat64, math.MaxFloat64}, math.MaxFloat64}} {
		if got := median(it.of); got != it.want {
			t.Errorf("median of %v is %v, want %v", it.of, got, it.want)
		}
	}
	if !math.IsNaN(median(nil)) {
		t.Error("nothing has a median")
	}
}

// The spread of a known normal sample is found again: 1.4826 is the right constant.
func TestScaledDeviationsOfNormalValuesAreStandardDeviations(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	values := make([]float64, 100_000)
	for i := range values {
		values[i] = 50 + 7*r.NormFloat64()
	}
	if b := Usual(values, 1, 0); math.Abs(b.High-b.Median-7) > 0.1 || math.Abs(b.Median-50) > 0.1 {
		t.Errorf("%v", b)
	}
}
