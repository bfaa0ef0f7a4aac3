package lifetime

import (
	"fmt"
	"math"
	"testing"
)

// sixty customers, drawn once with r .8, α 6, a .9, b 2.5.
var sixty = []History{
	{23, 467, 482},
	{2, 15, 114},
	{0, 0, 3},
	{3, 14, 397},
	{0, 0, 18},
	{0, 0, 144},
	{2, 42, 321},
	{0, 0, 26},
	{0, 0, 159},
	{1, 137, 452},
	{0, 0, 27},
	{0, 0, 216},
	{3, 234, 394},
	{2, 32, 51},
	{0, 0, 139},
	{3, 321, 515},
	{0, 0, 298},
	{2, 26, 31},
	{1, 45, 440},
	{4, 35, 305},
	{5, 79, 295},
	{2, 40, 105},
	{4, 159, 190},
	{1, 36, 213},
	{6, 186, 349},
	{2, 179, 351},
	{0, 0, 83},
	{4, 99, 486},
	{4, 44, 231},
	{2, 30, 62},
	{1, 21, 81},
	{2, 23, 506},
	{1, 3, 220},
	{1, 2, 22},
	{8, 253, 287},
	{2, 134, 192},
	{4, 27, 63},
	{0, 0, 141},
	{10, 108, 529},
	{3, 57, 459},
	{1, 170, 496},
	{1, 44, 90},
	{11, 379, 384},
	{0, 0, 276},
	{3, 67, 360},
	{3, 78, 417},
	{0, 0, 120},
	{1, 410, 418},
	{0, 0, 114},
	{1, 43, 46},
	{2, 61, 477},
	{0, 0, 143},
	{1, 19, 51},
	{0, 0, 241},
	{1, 40, 42},
	{3, 180, 193},
	{1, 38, 415},
	{1, 42, 283},
	{0, 0, 103},
	{7, 448, 531},
}

// The figures were computed with mpmath 1.3 at 40 digits: the likelihoods as the
// papers print them, customer by customer, gradient and Hessian by differences.
func TestEstimatesAreThoseOfFortyDigitArithmetic(t *testing.T) {
	p := group(t, sixty)
	for _, c := range []struct {
		name    string
		fit     func(*Patterns) (Estimate, error)
		values  [4]float64
		errors  [4]float64
		highest float64
	}{
		{"BG/NBD, maximum likelihood", BGNBD().MaximumLikelihood, [4]float64{.7637501115, 4.022176514, 2.285294331, 7.282969409}, [4]float64{.2101325, 1.501136, 1.988833, 7.586609}, -457.7924044595},
		{"BG/NBD, penalised", BGNBD().Fit, [4]float64{.7708023202, 4.073028513, 2.027349895, 6.303372946}, [4]float64{.2104277, 1.503439, 1.496025, 5.597556}, -457.8033191375},
		{"MBG/NBD, maximum likelihood", MBGNBD().MaximumLikelihood, [4]float64{1.512964766, 6.797050267, 3.758108578, 13.78330354}, [4]float64{.6335031, 3.122503, 4.024827, 16.98335}, -458.8635837693},
		{"MBG/NBD, penalised", MBGNBD().Fit, [4]float64{1.530391584, 6.855285804, 2.934583285, 10.34718845}, [4]float64{.6245458, 3.080581, 2.318675, 9.54476}, -458.8954653796},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, err := c.fit(p)
			if err != nil {
				t.Fatal(err)
			}
			rows := []row{{"log-likelihood", c.highest, e.LogLikelihood, 1e-9, true, ""}}
			for i, parameter := range e.Parameters {
				rows = append(rows, row{parameter.Name, c.values[i], parameter.Value, 5e-7, false, ""},
					row{"SE of " + parameter.Name, c.errors[i], parameter.SE, 1e-5, false, ""})
			}
			compare(t, rows)
		})
	}
}

// The figures are the closed forms of the papers, by mpmath 1.3 at 60 digits; where
// they divide by zero, at a=1 and a+b=1, the limit. In turn: a usual customer, one
// just acquired, a+b below 1, a+b at 1, a at 1, just beside it, daily orders, hardly
// any order, 10 years, 100 years, the smallest integers, and 179 years of every day.
func TestForecastsAreThoseOfSixtyDigitArithmetic(t *testing.T) {
	for i, c := range []struct {
		r, alpha, a, b float64
		h              History
		days           float64
		bg, mbg        float64
	}{
		{.2426, 4.4136, .7929, 2.4259, History{26, 216, 217}, 364, 25.757608783147, 26.02036547999},
		{.2426, 4.4136, .7929, 2.4259, History{0, 0, 0}, 546, 1.8580239048663, 1.5783515642131},
		{.5, 2, .3, .4, History{0, 0, 70}, 364, 1.2487825325254, .57595389362707},
		{.5, 2, .6, .4, History{0, 0, 70}, 364, .95345018202811, .28570430621718},
		{3, 1.5, 1, 5, History{12, 300, 310}, 364, 10.7083941941, 10.930527478177},
		{3, 1.5, 1.0000001, 5, History{12, 300, 310}, 364, 10.708393740526, 10.930527034091},
		{80, .05, .2, 40, History{900, 1400, 1401}, 364, 248.20183353689, 248.20797486267},
		{.01, .02, 1.5, .3, History{1, 3, 400}, 728, .0014754654175411, .0072704350170239},
		{5, 40, 30, 2, History{3, 50, 60}, 3640, .11141271075557, .14003511227458},
		{500, 900, 1, 1, History{400, 3000, 3100}, 36400, 23.433337629, 23.52581005037},
		{1, 1, 1, 1, History{0, 0, 0}, 7, math.Ln2, .38629436111989},
		{.2, 3, 2, 3, History{65000, 65500, 65535}, 70, 1.8939736654449e-9, 1.8940028336807e-9},
	} {
		m := BetaGeometric{R: c.r, Alpha: c.alpha, A: c.a, B: c.b}
		modified := m
		modified.Modified = true
		compare(t, []row{
			{fmt.Sprint("BG/NBD ", i), c.bg, m.Expected(c.h, c.days/7), 2e-11, false, ""},
			{fmt.Sprint("MBG/NBD ", i), c.mbg, modified.Expected(c.h, c.days/7), 2e-11, false, ""},
		})
	}
}
