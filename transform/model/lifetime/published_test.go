package lifetime

import (
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
