package pages

import (
	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// deskRate is a share with its change in points, blank where too few cases are
// behind it.
func (b *book) deskRate(name, better string, of func(metrics.Desk) metrics.Rate, missing string) deskRow {
	now, ok := b.share(of(b.r.Service.Now))
	was, also := b.share(of(b.r.Service.Was))
	r := deskRow{name: name, unit: "share", better: better}
	if ok {
		r.now = reports.PercentValue(now)
	}
	if also {
		r.was = reports.PercentValue(was)
	}
	if ok && also {
		r.change = pointed((now-was)*100, better)
	}
	return b.remarked(r, ok, of(b.r.Service.Now).Of, missing)
}

// deskNumber is a number with its relative change, blank below so many cases.
func (b *book) deskNumber(name, unit, better string, of func(metrics.Desk) (rate, int64), missing string) deskRow {
	now, n := of(b.r.Service.Now)
	was, m := of(b.r.Service.Was)
	now.Known, was.Known = now.Known && n >= b.enough(), was.Known && m >= b.enough()
	r := deskRow{name: name, unit: unit, better: better}
	if now.Known {
		r.now = reports.Number1Value(now.Value.Float())
	}
	if was.Known {
		r.was = reports.Number1Value(was.Value.Float())
	}
	if now.Known && was.Known && was.Value > 0 {
		r.change = changed(now.Value.Float()/was.Value.Float()-1, better)
	}
	return b.remarked(r, now.Known, n, missing)
}

// remarked says why a number is missing: nobody records it, or there are too few.
func (b *book) remarked(r deskRow, known bool, cases int64, missing string) deskRow {
	switch {
	case known:
	case missing != "" && cases < b.enough():
		r.remark = "Not recorded: " + missing
	default:
		r.remark = "Fewer than " + reports.Thousands(b.enough()) + " cases"
	}
	return r
}

// pointed is a change in points, changed a relative one; what is neither good nor
// bad bears no colour.
func pointed(x float64, better string) reports.Value {
	switch better {
	case lowerIsBetter:
		return reports.DeltaPointsValue(x).LowerIsBetter()
	case higherIsBetter:
		return reports.DeltaPointsValue(x)
	}
	return reports.DeltaPointsValue(x).NeitherBetter()
}

func changed(x float64, better string) reports.Value {
	switch better {
	case lowerIsBetter:
		return reports.DeltaPercentValue(x).LowerIsBetter()
	case higherIsBetter:
		return reports.DeltaPercentValue(x)
	}
	return reports.DeltaPercentValue(x).NeitherBetter()
}

// absentField names fields where none of them is filled on any record; nothing where
// all are.
func (b *book) absentField(kind extract.Kind, fields ...string) string {
	text := ""
	for _, f := range fields {
		if b.r.Data.Flow(kind, f).Filled > 0 {
			continue
		}
		if text != "" {
			text += " and "
		}
		text += string(kind) + "." + f
	}
	return text
}
