package pages

import (
	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// deskRow is one measure of the service desk: this year, last year, which way is good,
// and what it is to reach.
type deskRow struct {
	key, name        string // the key is that of its target
	now, was, change reports.Value
	better, remark   string
	target           reports.Value
	reached          string
}

// The directions of a measure.
const (
	higherIsBetter = "higher"
	lowerIsBetter  = "lower"
	neitherBetter  = "neither"
)

// deskRate is a share with its change in points, blank where too few cases are
// behind it.
func (b *book) deskRate(key, name, better string, of func(metrics.Desk) metrics.Rate, missing string) deskRow {
	now, ok := b.share(of(b.r.Service.Now))
	was, also := b.share(of(b.r.Service.Was))
	r := deskRow{key: key, name: name, better: better}
	if ok {
		r.now = reports.PercentValue(now)
	}
	if also {
		r.was = reports.PercentValue(was)
	}
	if ok && also {
		r.change = directed(reports.DeltaPointsValue((now-was)*100), better)
	}
	return b.remarked(r, ok, of(b.r.Service.Now).Of, missing)
}

// deskNumber is a number with its relative change, blank below so many cases.
func (b *book) deskNumber(k reports.Kind, key, name, better string, of func(metrics.Desk) (rate, int64), missing string) deskRow {
	now, n := of(b.r.Service.Now)
	was, m := of(b.r.Service.Was)
	now.Known, was.Known = now.Known && n >= b.enough(), was.Known && m >= b.enough()
	r := deskRow{key: key, name: name, better: better}
	if now.Known {
		r.now = valueOf(k, now.Value.Float())
	}
	if was.Known {
		r.was = valueOf(k, was.Value.Float())
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
		r.remark = "Not recorded (" + missing + ")"
	default:
		r.remark = "Fewer than " + reports.Thousands(b.enough()) + " cases"
	}
	return r
}

// changed is a relative change in the colours of its direction.
func changed(x float64, better string) reports.Value {
	return directed(reports.DeltaPercentValue(x), better)
}

// directed colours a change by what is good; what is neither good nor bad bears no colour.
func directed(v reports.Value, better string) reports.Value {
	switch better {
	case lowerIsBetter:
		return v.LowerIsBetter()
	case higherIsBetter:
		return v
	}
	return v.NeitherBetter()
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
