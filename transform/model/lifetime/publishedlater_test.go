package lifetime

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"testing"

	"gonum.org/v1/gonum/integrate"
	"gonum.org/v1/gonum/stat"
)

func TestPublishedConditionalExpectations(t *testing.T) {
	s := cdnow(t)
	p := group(t, s.histories)
	m := maximumLikelihood(t, BGNBD(), p)
	expected := p.Each(func(h History) float64 { return m.Expected(h, 39) })
	want := []float64{.2251, .5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.5040, 6.1570}
	actual := []float64{.237, .697, 1.393, 1.560, 2.532, 2.947, 3.862, 6.359}
	customers := []int{1411, 439, 214, 100, 62, 38, 29, 64}
	var rows []row
	for i, share := range ByRepeats(s.histories, expected, s.later, 7) {
		rows = append(rows, row{fmt.Sprint("expected with repeats ", i), want[i], share.Expected, 2e-4, true, fmt.Sprint(want[i])},
			row{fmt.Sprint("actual with repeats ", i), actual[i], share.Actual, 5.1e-4, true, fmt.Sprint(actual[i])},
			row{fmt.Sprint("customers with repeats ", i), float64(customers[i]), float64(share.Customers), 0, true, fmt.Sprint(customers[i])})
	}
	compare(t, rows)
}

func TestPublishedTracking(t *testing.T) {
	s := cdnow(t)
	m := maximumLikelihood(t, BGNBD(), group(t, s.histories)).Model.(BetaGeometric)
	cumulated := make([]float64, 78)
	sum := 0.0
	for week, n := range s.weekly {
		sum += n
		cumulated[week] = sum
	}
	first := Tracking(m.Acquired, s.starts, 78)
	after := make([]int32, len(s.starts))
	for i, start := range s.starts {
		after[i] = start + 1
	}
	paper := Tracking(m.Acquired, after, 78)
	rows := []row{
		{"from the first day, week 20", 1312.459, first[19], 1e-3, true, "1312.458"},
		{"from the first day, week 25", 1669.602, first[24], 1e-3, true, "1669.600"},
		{"from the day after, week 20", 1301.60, paper[19], 5e-3, true, ""},
	}
	for week, off := range map[int]float64{39: 1.50, 52: -1.74, 78: -4.11} {
		rows = append(rows, row{fmt.Sprintf("%% off in week %d", week), off, 100 * (paper[week-1]/cumulated[week-1] - 1), 5e-3, true, ""})
	}
	for i, want := range []float64{1359, 1414, 1484, 1517, 1573, 1672} {
		rows = append(rows, row{fmt.Sprint("actual by week ", 20+i), want, cumulated[19+i], 0, true, fmt.Sprint(want)})
	}
	compare(t, rows)
}

func TestPublishedHoldOut(t *testing.T) {
	s := cdnow(t)
	p := group(t, s.histories)
	rows := []row{
		{"customers", 2357, float64(len(s.histories)), 0, true, "2357"},
		{"distinct patterns", 1016, float64(len(p.Rows)), 0, true, ""},
		{"orders held out", 1882, total(s.later), 0, true, "1882"},
		{"spent on them", 70976.39, s.bought, .005, true, ""},
	}
	for _, want := range []struct {
		family          Family
		mae, rmse, sum  float64
		ranking         func(Model) func(History) float64
		auc, within     float64
		rankingIsCalled string
	}{
		{BGNBD(), .7855, 1.6080, 1653.4, func(m Model) func(History) float64 { return func(h History) float64 { return m.ProbOrder(h, 39) } }, .757, 6e-4, "P(order)"},
		{BGNBD(), .7855, 1.6080, 1653.4, func(m Model) func(History) float64 { return m.(BetaGeometric).Alive }, .316, 6e-4, "P(alive)"},
		{MBGNBD(), .7648, 1.6072, 1576.7, func(m Model) func(History) float64 { return m.(BetaGeometric).Alive }, .687, 6e-4, "P(alive)"},
	} {
		m := maximumLikelihood(t, want.family, p).Model
		expected := p.Each(func(h History) float64 { return m.Expected(h, 39) })
		mae, mse := 0.0, 0.0
		for i, e := range expected {
			mae += math.Abs(e-s.later[i]) / float64(len(expected))
			mse += (e - s.later[i]) * (e - s.later[i]) / float64(len(expected))
		}
		rows = append(rows, row{m.Name() + " hold-out MAE", want.mae, mae, 5.1e-5, true, ""},
			row{m.Name() + " hold-out RMSE", want.rmse, math.Sqrt(mse), 5.1e-5, true, ""},
			row{m.Name() + " hold-out total", want.sum, total(expected), .051, true, ""},
			row{m.Name() + " hold-out AUC of " + want.rankingIsCalled, want.auc, auc(p.Each(want.ranking(m)), s.later), want.within, true, ""})
	}
	compare(t, rows)
}

// Who is expected to order most did: the best tenth by the model holds as much of what
// was held out as the tenth that ordered most often, of equals those who did so last.
func TestPublishedTopTenth(t *testing.T) {
	s := cdnow(t)
	p := group(t, s.histories)
	m := maximumLikelihood(t, BGNBD(), p)
	frequency := make([]float64, len(s.histories))
	for i, h := range s.histories {
		frequency[i] = float64(h.Repeats) + float64(h.Last)/MaxDays
	}
	compare(t, []row{
		{"% of held out by the top tenth in orders so far", 46.7, topTenth(frequency, s.later), .06, true, ""},
		{"% of held out by the top tenth expected", 46.7, topTenth(p.Each(func(h History) float64 { return m.Expected(h, 39) }), s.later), .06, true, ""},
		{"% of held out by the top tenth in spend so far", 40.7, topTenth(s.before, s.later), .06, true, ""},
		{"% of held out by the top tenth possible", 68.3, topTenth(s.later, s.later), .06, true, ""},
	})
}

// topTenth returns how many percent of later orders the customers with the highest
// scores had, in the order of the data among equals.
func topTenth(scores, later []float64) float64 {
	at := make([]int, len(scores))
	for i := range at {
		at[i] = i
	}
	sort.SliceStable(at, func(i, j int) bool { return scores[at[i]] > scores[at[j]] })
	sum := 0.0
	for _, c := range at[:len(at)/10] {
		sum += later[c]
	}
	return 100 * sum / total(later)
}

func total(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	return sum
}

// auc is how probably a score is higher for somebody who ordered later than for
// somebody who did not, ties counting half.
func auc(scores, later []float64) float64 {
	at := make([]int, len(scores))
	for i := range at {
		at[i] = i
	}
	sort.Slice(at, func(i, j int) bool { return scores[at[i]] < scores[at[j]] })
	sorted, ordered := make([]float64, len(at)), make([]bool, len(at))
	for i, c := range at {
		sorted[i], ordered[i] = scores[c], later[c] > 0
	}
	tpr, fpr, _ := stat.ROC(nil, sorted, ordered, nil)
	if !slices.IsSorted(fpr) {
		slices.Reverse(fpr)
		slices.Reverse(tpr)
	}
	return integrate.Trapezoidal(fpr, tpr)
}
