package lifetime

import (
	"fmt"
	"testing"
)

// handful are fourteen kinds of customers, made up.
var handful = []Pattern{
	{History{0, 0, 182}, 40},
	{History{0, 0, 273}, 55},
	{History{0, 0, 364}, 60},
	{History{1, 14, 273}, 12},
	{History{1, 120, 182}, 7},
	{History{1, 200, 364}, 9},
	{History{2, 60, 364}, 8},
	{History{2, 250, 273}, 6},
	{History{3, 170, 182}, 5},
	{History{4, 90, 364}, 4},
	{History{5, 260, 273}, 3},
	{History{7, 340, 364}, 3},
	{History{11, 182, 182}, 1},
	{History{30, 360, 364}, 1},
}

// The optima were found with mpmath 1.3.0 at 25 digits: the closed form of the
// likelihood, derivatives by differences, Newton's steps until nothing was left of the
// gradient. The prior is N(ln(1, 5.2, 1, 52), 3).
func TestParetoEstimatesAreThoseOfLongArithmetic(t *testing.T) {
	var histories []History
	for _, p := range handful {
		for range p.Customers {
			histories = append(histories, p.History)
		}
	}
	p := group(t, histories)
	e := maximumLikelihood(t, PNBD(), p)
	rows := append(parameters(e, [4]string{}, [4]float64{.335913163603, 9.07200295314, .519524496557, 6.18954869980}),
		row{"log-likelihood", -658.93912147329, e.LogLikelihood, 1e-10, false, ""})
	for i, want := range []float64{.11008458, 2.6624778, .29356591, 8.1606876} {
		rows = append(rows, row{"SE of " + e.Parameters[i].Name, want, e.Parameters[i].SE, 3e-5, false, ""})
	}
	for i := range 4 {
		rows[i].within = 5e-7
	}
	e, err := PNBD().Fit(p)
	if err != nil {
		t.Fatal(err)
	}
	penalised := parameters(e, [4]string{}, [4]float64{.322785214426, 8.9767977592, .614970574761, 9.10545325595})
	for i, want := range []float64{.099204358, 2.5841412, .38230578, 11.720532} {
		penalised[i].within = 5e-7
		penalised = append(penalised, row{"SE of " + e.Parameters[i].Name, want, e.Parameters[i].SE, 3e-5, false, ""})
	}
	compare(t, append(rows, penalised...))
}

// The figures were integrated with mpmath 1.3.0 from the model's definition, by
// quadrature over the times of leaving and of the next order: none of the papers' closed
// forms is in them.
func TestParetoForecastsAreThoseOfTheDefinition(t *testing.T) {
	small := ParetoNBD{R: .55, Alpha: 10.6, S: .61, Beta: 11.7}
	var rows []row
	for _, c := range []struct {
		m                                    ParetoNBD
		h                                    History
		weeks, yearly                        float64
		alive, order, mean, variance, toCome float64
	}{
		{small, History{4, 150, 200}, 26, .1, .8272761743426829, .6782748965517269, 2.127587721828124, 5.043549578708525, 15.77326952013382},
		{small, History{0, 0, 30}, 26, .1, .8122421558900897, .2693696832516331, .5625531446736852, 1.622184646988466, 3.205124064393295},
		{small, History{26, 216, 217}, 26, .1, .9978618627909031, .9759936554427757, 14.20892826634619, 45.19762824540253, 107.2425235027515},
		{small, History{300, 700, 720}, 26, .1, .1871380269474412, .1867625991000462, 12.09164118882795, 684.0982981727605, 123.7548189419777},
		{small, History{10, 140, 273}, 26, .1, .08017156957955759, .07518161672357762, .3884223460438979, 2.490576471700248, 3.090934363269411},
		{ParetoNBD{R: 2, Alpha: 3, S: 1, Beta: 40}, History{1, 14, 140}, 52, .05, .1263759560989627, .1082406321946874, .6173068504882464, 5.241842058027173, 2.467407319122879},
		{ParetoNBD{R: .3, Alpha: 30, S: 2, Beta: 5}, History{3, 300, 301}, 52, .05, .9940373175741893, .5117558638169288, 1.121600901013025, 2.473387200627482, 1.896616395968164},
	} {
		mean, variance := c.m.Moments(c.h, c.weeks)
		for _, r := range []row{
			{"P(alive)", c.alive, c.m.Alive(c.h), 1e-12, false, ""},
			{"P(order)", c.order, c.m.ProbOrder(c.h, c.weeks), 1e-12, false, ""},
			{"E[Y]", c.mean, mean, 1e-12, false, ""},
			{"Var[Y]", c.variance, variance, 1e-11, false, ""},
			{"DERT", c.toCome, c.m.DERT(c.h, WeeklyRate(c.yearly)), 1e-11, false, ""},
		} {
			r.what = fmt.Sprint(r.what, " of ", c.h)
			rows = append(rows, r)
		}
	}
	compare(t, rows)
}
