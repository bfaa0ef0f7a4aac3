package lifetime

import (
	"fmt"
	"math"
	"testing"
)

// row is one published or independently computed figure and ours.
type row struct {
	what        string
	want, got   float64
	within      float64 // of want; absolute where absolute is set
	absolute    bool
	publishedAs string // as printed in its source, empty where only computed
}

// print writes the table a reader compares, and fails the rows that are off.
func compare(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		off := math.Abs(r.got - r.want)
		if !r.absolute {
			off /= math.Abs(r.want)
		}
		t.Logf("%-44s %-24s exact %-18.9g ours %-18.9g off by %.1e", r.what, r.publishedAs, r.want, r.got, off)
		if !(off <= r.within) {
			t.Errorf("%s: %.10g, want %.10g within %g", r.what, r.got, r.want, r.within)
		}
	}
}

func maximumLikelihood(t testing.TB, f Family, p *Patterns) Estimate {
	e, err := f.MaximumLikelihood(p)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func parameters(e Estimate, published [4]string, want [4]float64) []row {
	var rows []row
	for i, p := range e.Parameters {
		rows = append(rows, row{e.Name() + " " + p.Name, want[i], p.Value, 1e-5, false, published[i]})
	}
	return rows
}

func TestPublishedBGNBDEstimate(t *testing.T) {
	e := maximumLikelihood(t, BGNBD(), group(t, cdnow(t).histories))
	rows := parameters(e, [4]string{".243", "4.414", ".793", "2.426"}, [4]float64{.2425945, 4.4136020, .7929220, 2.4259068})
	rows = append(rows, row{"log-likelihood", -9582.429207, e.LogLikelihood, 1e-4, true, "-9582.4"})
	for i, want := range []float64{.012557, .378224, .185734, .705414} {
		published := []string{".012557", ".378221", ".185719", ".705345"}
		rows = append(rows, row{"SE of " + e.Parameters[i].Name, want, e.Parameters[i].SE, 4e-5, false, published[i]})
	}
	compare(t, rows)
}

func TestPublishedMBGNBDEstimate(t *testing.T) {
	e := maximumLikelihood(t, MBGNBD(), group(t, cdnow(t).histories))
	rows := parameters(e, [4]string{".525", "6.183", ".891", "1.614"}, [4]float64{.5248, 6.1831, .8914, 1.6140})
	for i := range rows {
		rows[i].within = 1e-4 // as many digits as the independent figures have
	}
	compare(t, append(rows, row{"MBG/NBD log-likelihood", -9582.1357, e.LogLikelihood, 1e-4, true, ""}))
}

func TestPublishedPenalisedBGNBDEstimate(t *testing.T) {
	e, err := BGNBD().Fit(group(t, cdnow(t).histories))
	if err != nil {
		t.Fatal(err)
	}
	rows := parameters(e, [4]string{}, [4]float64{.24268, 4.41556, .79517, 2.43466})
	for i := range rows {
		rows[i].within = 2e-5
	}
	compare(t, append(rows, row{"what the prior costs", -.0001, e.LogLikelihood + 9582.429207, 5e-5, true, ""}))
}

func TestPublishedBGNBDForecasts(t *testing.T) {
	m := maximumLikelihood(t, BGNBD(), group(t, cdnow(t).histories)).Model.(BetaGeometric)
	best := History{Repeats: 26, Last: 216, Age: 217} // customer 1516
	rows := []row{
		{"E[X(52)]", 1.444012, m.Acquired(52), 1e-6, false, "1.444004"},
		{"customer 1516, E[Y(52)]", 25.75734, m.Expected(best, 52), 1e-6, false, "25.75659"},
		{"customer 1516, E[Y(39)]", 20.7489029, m.Expected(best, 39), 1e-8, false, "20.7489166"},
		{"customer 1516, P(alive)", .9688544, m.Alive(best), 1e-7, false, ".9688523"},
		{"customer 1, E[Y(39)]", 1.2259945, m.Expected(History{2, 213, 272}, 39), 1e-7, false, "1.226; 1.2259933"},
	}
	for i, want := range []float64{.347484, .042837, .0041593, .00035839} {
		x := int32(10 + 5*i)
		published := []string{".34746", ".042834", ".004159", ".00035837"}[i]
		rows = append(rows, row{fmt.Sprintf("E[Y(52) | %d, 20, 39]", x), want, m.Expected(History{x, 140, 273}, 52), 1.5e-5, false, published})
	}
	compare(t, rows)
}

// The spreadsheet of B. G. S. Hardie prints four digits of E[X(t)].
func TestPublishedUnconditionalExpectations(t *testing.T) {
	m := maximumLikelihood(t, BGNBD(), group(t, cdnow(t).histories)).Model.(BetaGeometric)
	var rows []row
	for _, published := range [][2]float64{{.1429, .0078}, {1, .0532}, {3, .1506}, {31.8571, 1.0405}, {32, 1.0437}, {78, 1.857958273}} {
		what := fmt.Sprintf("E[X(%v)]", published[0])
		rows = append(rows, row{what, published[1], m.Acquired(published[0]), 5.1e-5, true, fmt.Sprint(published[1])})
	}
	// The sheet prints 1.8576 for 78 weeks: it ends the hypergeometric series after 150
	// terms, of which by 60-digit arithmetic 1.857618 is the sum, and 1.857958 that of all.
	rows[5].publishedAs = "1.8576, 150 terms"
	compare(t, rows)
}

// The manual of the R package BTYD prints these at the rounded estimate.
func TestPublishedProbabilitiesOfCounts(t *testing.T) {
	m := BetaGeometric{R: .243, Alpha: 4.414, A: .793, B: 2.426}
	compare(t, []row{
		{"P(X(39)=0)", .5737864, m.ProbCount(History{}, 39, 0), 1e-7, false, ".5737864"},
		{"P(X(2)=10)", 1.07869e-7, m.ProbCount(History{}, 2, 10), 5e-6, false, "1.07869e-7"},
	})
}
