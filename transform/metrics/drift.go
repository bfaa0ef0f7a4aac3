package metrics

import (
	"clientele/extract"
	"clientele/transform/model"
)

// A Drift says whether the share lost rises or falls over the last twelve complete
// months.
type Drift struct {
	P       extract.Opt[extract.Decimal] // probability by chance, two-sided (Cochran-Armitage); unknown of fewer than three months or too few losses
	Rising  bool                         // the direction of it
	InARow  int64                        // how many times in a row the share has risen up to the last complete month
	Monthly extract.Opt[extract.Decimal] // mean share lost in a month
	Annual  extract.Opt[extract.Decimal] // the same over a year, 1-(1-Monthly)^12
}

// Clear reports whether the share lost rises or falls by more than chance at 5 %.
func (d Drift) Clear() bool { return d.P.Known && d.P.Value <= extract.One/20 }

// driftOf tests the months for a trend. Losses of different months are taken to be
// independent; fewer than five in all are too few.
func driftOf(months []AttritionMonth) Drift {
	d := Drift{InARow: rises(months)}
	d.Monthly, d.Annual = monthlyLoss(months)
	var parts, wholes []int64
	var lost int64
	for _, m := range lastComplete(months, 12) {
		if m.Opening > 0 {
			parts, wholes, lost = append(parts, m.Lost), append(wholes, m.Opening), lost+m.Lost
		}
	}
	if len(parts) < 3 || lost < leastLost {
		return d
	}
	z, p := model.Trend(parts, wholes)
	d.P, d.Rising = decimal(p), z > 0
	return d
}

// rises counts how many times in a row the share lost has risen, up to the last complete
// month.
func rises(months []AttritionMonth) (n int64) {
	list := lastComplete(months, len(months))
	for i := len(list) - 1; i > 0; i-- {
		a, b := list[i-1], list[i]
		if a.Opening == 0 || b.Opening == 0 || b.Lost*a.Opening <= a.Lost*b.Opening {
			break
		}
		n++
	}
	return n
}

// lastComplete returns the last months that are over, at most so many.
func lastComplete(months []AttritionMonth, most int) []AttritionMonth {
	last := len(months)
	if last > 0 && months[last-1].Partial {
		last--
	}
	return months[max(0, last-most):last]
}
