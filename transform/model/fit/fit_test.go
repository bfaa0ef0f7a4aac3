package fit

import (
	"errors"
	"math"
	"slices"
	"testing"
)

// valley is Rosenbrock's function (1960): a bent valley whose least value is at 1, 1.
func valley(x, g []float64) float64 {
	a, b := 1-x[0], x[1]-x[0]*x[0]
	g[0], g[1] = -2*a-400*x[0]*b, 200*b
	return a*a + 100*b*b
}

// counted is the minus log-likelihood of 4 events in 2 weeks, by the logarithm of
// the rate: least at ln 2, where its second derivative is 4.
func counted(x, g []float64) float64 {
	g[0] = 2*math.Exp(x[0]) - 4
	return 2*math.Exp(x[0]) - 4*x[0]
}

func TestLeastFollowsABentValley(t *testing.T) {
	for _, start := range [][]float64{{-1.2, 1}, {5, -5}, {-3, 4}, {0, 0}} {
		kept := slices.Clone(start)
		r, err := Least(valley, start)
		if err != nil || math.Abs(r.X[0]-1) > 1e-6 || math.Abs(r.X[1]-1) > 1e-6 {
			t.Errorf("from %v: %+v, %v", kept, r, err)
		}
		if !slices.Equal(start, kept) {
			t.Errorf("the start was written to: %v", start)
		}
	}
}

func TestCovarianceIsTheInverseOfTheHessian(t *testing.T) {
	r, err := Least(counted, []float64{-8})
	if err != nil || math.Abs(r.X[0]-math.Ln2) > 1e-9 || math.Abs(r.Covariance.At(0, 0)-.25) > 1e-8 {
		t.Errorf("%+v, %v", r, err)
	}
	r, err = Least(valley, []float64{2, 2})
	// The Hessian at 1, 1 is 802 −400; −400 200, its inverse .5 1; 1 2.005.
	want := []float64{.5, 1, 2.005}
	for i, got := range []float64{r.Covariance.At(0, 0), r.Covariance.At(0, 1), r.Covariance.At(1, 1)} {
		if err != nil || math.Abs(got-want[i]) > 1e-5 {
			t.Errorf("covariance %v: %v, want %v, %v", i, got, want[i], err)
		}
	}
}

func TestAFunctionThatFallsForEverIsNotConverged(t *testing.T) {
	fallen := map[string]Objective{
		"towards a bound": func(x, g []float64) float64 { g[0] = -math.Exp(-x[0]); return math.Exp(-x[0]) },
		"without a bound": func(x, g []float64) float64 { g[0] = -1; return -x[0] },
		"flat":            func(_, g []float64) float64 { g[0] = 0; return 7 },
		"no value at all": func(_, g []float64) float64 { g[0] = math.NaN(); return math.NaN() },
		"infinite":        func(_, g []float64) float64 { g[0] = 0; return math.Inf(-1) },
	}
	for name, f := range fallen {
		r, err := Least(f, []float64{0})
		if !errors.Is(err, ErrNotConverged) {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
	}
}

func TestAPriorGivesWhatFallsForEverALeastValue(t *testing.T) {
	bound := func(x, g []float64) float64 { g[0] = -math.Exp(-x[0]); return math.Exp(-x[0]) }
	r, err := Least(Prior{Mean: []float64{1}, SD: 3}.On(bound), []float64{1})
	// There e^(−x) equals (x − 1)/9.
	if err != nil || math.Abs(math.Exp(-r.X[0])-(r.X[0]-1)/9) > 1e-7 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestAPriorVanishesAsTheDataGrow(t *testing.T) {
	moved := func(n float64) float64 {
		f := func(x, g []float64) float64 { v := counted(x, g); g[0] *= n; return n * v }
		r, err := Least(Prior{Mean: []float64{5}, SD: 3}.On(f), []float64{0})
		if err != nil {
			t.Fatal(err)
		}
		return r.X[0] - math.Ln2
	}
	few, many := moved(1), moved(1000)
	if few < .05 || many > few/500 {
		t.Errorf("moved by %v with few, by %v with many", few, many)
	}
}

func TestTheNextStartIsTriedWhereOneLeadsNowhere(t *testing.T) {
	cliff := func(x, g []float64) float64 {
		if x[0] < -5 {
			return math.NaN()
		}
		return counted(x, g)
	}
	r, err := Least(cliff, []float64{-6}, []float64{0})
	if err != nil || math.Abs(r.X[0]-math.Ln2) > 1e-9 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestLeastIsTheSameTwice(t *testing.T) {
	a, _ := Least(valley, []float64{-1.2, 1})
	b, _ := Least(valley, []float64{-1.2, 1})
	if !slices.Equal(a.X, b.X) || a.Evaluations != b.Evaluations {
		t.Errorf("%+v and %+v", a, b)
	}
}
