package lifetime

import (
	"math"
	"testing"
)

func TestParetoQuadratureIsTheClosedForm(t *testing.T) {
	few, many := gauss(8), gauss(16)
	worst := 0.0
	for _, m := range []ParetoNBD{
		{R: .55, S: .61, Alpha: 10.6, Beta: 11.7},
		{R: .55, S: .61, Alpha: 11.7, Beta: 10.6},
		{R: .05, S: .02, Alpha: .1, Beta: 40},
		{R: .05, S: 3, Alpha: 90, Beta: .01},
		{R: 8, S: 20, Alpha: 3, Beta: 900},
		{R: 2, S: 1, Alpha: 5, Beta: 5},
		{R: .3, S: 1e-3, Alpha: 1e-3, Beta: 1e3},
	} {
		d := departure{few, many, math.Min(m.Alpha, m.Beta), math.Abs(m.Alpha - m.Beta), m.Alpha < m.Beta}
		for _, x := range []float64{0, 1, 3, 26, 300, 2000} {
			for _, span := range [][2]float64{{0, .15}, {0, 39}, {10, 10.15}, {30, 39}, {1, 520}, {500, 520}} {
				if x == 0 && span[0] > 0 {
					continue
				}
				got := math.Log(m.S) + d.between(m.R+x, m.S+1, span[0], span[1]).ln
				want := m.lnGone(x, span[0], span[1])
				off := math.Abs(got - want)
				worst = math.Max(worst, off)
				if !(off < 1e-7) { // the closed form loses digits where α and β are a million apart
					t.Errorf("%+v x=%v %v: %.15g, closed form %.15g", m, x, span, got, want)
				}
			}
		}
	}
	t.Logf("largest difference of logarithms %.1e", worst)
}

func BenchmarkParetoLikelihood(b *testing.B) {
	p := group(b, cdnow(b).histories)
	f := paretoObjective(p)
	x, g := []float64{math.Log(.553), math.Log(10.578), math.Log(.606), math.Log(11.67)}, make([]float64, 4)
	b.ResetTimer()
	for range b.N {
		f(x, g)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(p.Rows)), "ns/row")
}
