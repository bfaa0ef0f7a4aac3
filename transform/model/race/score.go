package race

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"clientele/transform/model"
)

// Score is how a contestant did on one origin.
type Score struct {
	Name     string
	Failed   string      // why it could not take part; all else is 0 then
	Expected float64     // order days of all customers within the horizon
	Came     float64     // and what came
	MAE      float64     // mean absolute error of a customer, order days
	RMSE     float64     // root of the mean squared error of a customer, order days
	Brier    float64     // mean squared error of the chance of an order: G. W. Brier, Monthly Weather Review 78 (1950)
	Slope    float64     // what came for each order day forecast, see slope; NaN where all forecasts are alike
	Money    *MoneyScore // the same in money, nil where nobody said what orders are worth
	AUC      float64     // how well those who ordered are ranked above the others: .5 is chance, 1 perfect; NaN where all or none did
}

// Error is by how much the total was missed, as a share of what came.
func (s Score) Error() float64 { return s.Expected/s.Came - 1 }

// choose returns the scores of all, the winner first. It has the lowest squared error:
// the forecast that has it on the average of customers alike is their mean, which is
// what sums of money are made of. The absolute error would prefer the median, which is
// no order at all for most.
func (o *origin) choose(all []contestant) []Score {
	out := o.scores(all)
	slices.SortStableFunc(out, func(a, b Score) int {
		return cmp.Or(cmp.Compare(len(a.Failed), 0)-cmp.Compare(len(b.Failed), 0), cmp.Compare(rounded(a.RMSE), rounded(b.RMSE)))
	})
	return out
}

// rounded leaves differences nobody would miss to the order of the contestants.
func rounded(rmse float64) float64 { return math.Round(rmse * 1e6) }

func (o *origin) scores(all []contestant) (out []Score) {
	for _, c := range all {
		out = append(out, o.score(c))
	}
	return out
}

func (o *origin) score(c contestant) Score {
	f, _, err := c.fit(o)
	if err != nil {
		return Score{Name: c.name, Failed: err.Error()}
	}
	s, _ := o.judge(c.name, f)
	return s
}

// judge holds a forecast against what came.
func (o *origin) judge(name string, f Forecast) (s Score, expected []float64) {
	s.Name = name
	expected, prob := o.forecast(f)
	ordered := make([]bool, len(expected))
	for i, e := range expected {
		d := e - o.came[i]
		s.Expected, s.Came = s.Expected+e, s.Came+o.came[i]
		s.MAE, s.RMSE = s.MAE+math.Abs(d), s.RMSE+d*d
		ordered[i] = o.came[i] > 0
		p := prob[i]
		if ordered[i] {
			p--
		}
		s.Brier += p * p
	}
	n := float64(len(expected))
	s.MAE, s.RMSE, s.Brier = s.MAE/n, math.Sqrt(s.RMSE/n), s.Brier/n
	if math.IsNaN(s.RMSE) || math.IsInf(s.RMSE, 0) {
		return Score{Name: name, Failed: "its forecast is no number"}, expected
	}
	s.AUC, s.Slope, s.Money = model.AUC(prob, ordered), slope(expected, o.came), o.inMoney(expected)
	return s, expected
}

// forecast asks for every customer, once for those alike.
func (o *origin) forecast(f Forecast) (expected, prob []float64) {
	weeks := float64(o.weeks)
	_, model := f.(byModel)
	return o.each(func(s Seen) float64 { return f.Expected(s, weeks) }, model), o.each(func(s Seen) float64 { return f.ProbOrder(s, weeks) }, model)
}

// Tenth is a tenth of the customers, by what was forecast for them.
type Tenth struct {
	Customers      int
	Expected, Came float64 // order days of a customer, on the average
}

// tenths shows whether forecasts are right all along, not only on the whole.
func (o *origin) tenths(expected []float64) []Tenth {
	order := make([]int, len(expected))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(expected[a], expected[b]), cmp.Compare(a, b)) })
	out := make([]Tenth, 10)
	for t := range out {
		in := order[len(order)*t/10 : len(order)*(t+1)/10]
		e, came := make([]float64, len(in)), make([]float64, len(in))
		for i, c := range in {
			e[i], came[i] = expected[c], o.came[c]
		}
		out[t] = Tenth{len(in), stat.Mean(e, nil), stat.Mean(came, nil)}
	}
	return out
}
