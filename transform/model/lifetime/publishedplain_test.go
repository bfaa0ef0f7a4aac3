package lifetime

import (
	"math"
	"testing"
)

// What rules without any model reach on the same customers: a model that is not better
// is not worth its trouble.
func TestPublishedPlainRulesOnTheHoldOut(t *testing.T) {
	s := cdnow(t)
	var rate, same, none float64
	var rateTotal, sameTotal float64
	silent, idle := make([]float64, len(s.histories)), 0.0
	for i, h := range s.histories {
		x, last, age := h.weeks()
		came := s.later[i]
		rate, same, none = rate+math.Abs(x*39/age-came), same+math.Abs(x-came), none+came
		rateTotal, sameTotal = rateTotal+x*39/age, sameTotal+x
		silent[i] = last - age
		if came == 0 {
			idle++
		}
	}
	n, came := float64(len(s.histories)), total(s.later)
	compare(t, []row{
		{"MAE of the own rate", 1.0237, rate / n, 5.1e-5, true, ""},
		{"% off, own rate", 55.7, 100 * (rateTotal/came - 1), .051, true, ""},
		{"MAE of as many again", .8973, same / n, 5.1e-5, true, ""},
		{"% off, as many again", 30.6, 100 * (sameTotal/came - 1), .051, true, ""},
		{"MAE of nothing", .7985, none / n, 5.1e-5, true, ""},
		{"AUC of weeks since the last order", .771, auc(silent, s.later), 6e-4, true, ""},
		{"% right if all are idle", 71.0, 100 * idle / n, .051, true, ""},
		{"% right by the best cut in weeks since the last order", 78.2, 100 * bestCut(s) / n, .051, true, ""},
		{"% right by BG/NBD, P(order) above one half", 77.9, 100 * rightAtHalf(t, s) / n, .051, true, ""},
		{"who bought", 684, n - idle, 0, true, "684"},
	})
}

// bestCut counts whom the best of all whole numbers of weeks tells right: whoever has
// ordered within them orders again.
func bestCut(s shop) (right float64) {
	for cut := range 40 {
		n := 0.0
		for i, h := range s.histories {
			_, last, age := h.weeks()
			if (age-last <= float64(cut)) == (s.later[i] > 0) {
				n++
			}
		}
		right = max(right, n)
	}
	return right
}

// rightAtHalf counts whom BG/NBD tells right, taking those for buyers who are more likely
// than not to order.
func rightAtHalf(t *testing.T, s shop) (right float64) {
	m := maximumLikelihood(t, BGNBD(), group(t, s.histories))
	for i, h := range s.histories {
		if (m.ProbOrder(h, 39) > .5) == (s.later[i] > 0) {
			right++
		}
	}
	return right
}
