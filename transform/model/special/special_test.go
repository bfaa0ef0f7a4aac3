package special_test

import (
	"math"
	"testing"

	"clientele/transform/model/special"
)

// The expected values of this file were computed with mpmath 1.3.0 at 60 digits
// (hyp2f1, hyperu, log) from the arguments as Go rounds them and printed to 20.

// Where z is near 1 the digits of 1 − z are the limit, hence the tolerances below.

func near(t *testing.T, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within*math.Max(1, math.Abs(want))) {
		t.Errorf("%.17g, want %.17g, off by %.2g", got, want, got-want)
	}
}

func TestLnHypToFifteenDigits(t *testing.T) {
	for _, c := range [][5]float64{ // a, b, c, z
		{0.2425946, 0.7929, 2.2188, 0.5, 0.052144955101407352644},
		{2.2425945, 4.4259068, 4.2188288, 0.47, 1.5022916441163033586},
		{26.24, 28.43, 28.22, 0.6, 24.226783491875531823},
		{300.25, 302.4, 302.2, 0.5, 208.25542366155845626},
		{300.25, 302.4, 302.2, 0.95, 900.06653025549654507},
		{1000.5, 1002.4, 1000.9, 0.9, 2307.1897236897840112},
		{3000.2, 3002, 3001.5, 0.99, 13818.733962637995235},
		{1.2, 3.4, 1.05, 0.999, 24.74512804749634252},
		{0.01, 0.02, 0.001, 0.7, 0.21919035535021535954},
		{5, 2, 40, 0.99, 0.27515889952761400786},
		{2, 2, 4, 0.9999, 3.7677311065281571323},
		{1, 1, 2, 0.5, 0.3266342599782809824},
		{400, 3, 20, 0.75, 472.99150188720136154},
		{0.5, 350, 1.5, 0.97, 1217.2709907108949265},
		{50, 50, 0.001, 0.3, 86.632331857216683901},
		{10, 20, 30, 1e-12, 6.66666666666928302e-12},
	} {
		within := 4e-15 + 1e-16/(1-c[3])
		near(t, special.LnHyp(c[0], c[1], c[2], c[3]), c[4], within)
		near(t, special.LnHyp(c[1], c[0], c[2], c[3]), c[4], within)
	}
}

func TestLnTricomiToThirteenDigits(t *testing.T) {
	for _, c := range [][3]float64{ // s, z
		{.60624, .136, 0.26642143405106503781},
		{.60624, 1.5, -0.49793462971492096479},
		{.60624, 1.50001, -0.49793749728203821962},
		{.60624, 40, -2.2510375066348222033},
		{1, .1, 0.70044178249488622029},
		{1, 1.4, -0.75227624724375735805},
		{1, 3, -1.3390912069932972168},
		{1.000001, .2, 0.40102173993902959733},
		{.999999999, .2, 0.40102107865130026198},
		{2, .3, 0.74706594629938777358},
		{2.5, 1.2, -1.4187070304369675541},
		{2.4999999, 1e-3, 9.9542736035499476573},
		{.001, .01, 0.00052735619575793545759},
		{.001, 100, -0.0046150720801941028215},
		{30, .7, 6.9516068835040348049},
		{200.3, 1e-6, 2748.1364429700183816},
		{200.3, 50, -785.18564807619614465},
		{1e-4, 1e-8, 0.000057729772700002391154},
		{1.5, 1.5, -1.1706821744896242358},
		{.5, 1.5, -0.41336784806137954986},
		{.4999, .7, -0.16846913882437953032},
		{12, 1.4999, -6.9952432329505389878},
		{5000, 1, -8.5171932314242350241},
	} {
		near(t, special.LnTricomi(c[0], c[1]), c[2], 1e-13)
	}
}

func TestOutsideTheirRangeThereIsNoNumber(t *testing.T) {
	for name, v := range map[string]float64{
		"z of one":             special.LnHyp(1, 2, 3, 1),
		"negative parameter":   special.LnHyp(-1, 2, 3, .5),
		"no number":            special.LnHyp(math.NaN(), 2, 3, .5),
		"too near one to add":  special.LnHyp(3, 2, 1, 1-1e-12),
		"tricomi at zero":      special.LnTricomi(1, 0),
		"tricomi, negative s":  special.LnTricomi(-1, 1),
		"tricomi at infinity":  special.LnTricomi(1, math.Inf(1)),
		"tricomi of no number": special.LnTricomi(math.NaN(), 1),
	} {
		if !math.IsNaN(v) {
			t.Errorf("%s: %v", name, v)
		}
	}
}
