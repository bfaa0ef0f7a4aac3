package jobs

import (
	"context"
	"slices"
	"strings"

	"clientele/jobs/alarm"
	"clientele/jobs/gates"
	"clientele/transform"
	"clientele/transform/state"
)

// suppressions lists the addresses of recipients that get nothing any more.
func (d *Director) suppressions(ctx context.Context) ([]alarm.Suppression, error) {
	list, err := d.State.Suppressed(ctx, d.Mailing.SuppressAfter)
	var out []alarm.Suppression
	for _, x := range list {
		if d.reads(x.Address) {
			out = append(out, alarm.Suppression{Address: x.Address, Why: x.Words, Since: x.Since})
		}
	}
	return out, err
}

// reads reports whether an address is that of a recipient of any report.
func (d *Director) reads(address string) bool {
	return slices.ContainsFunc(d.Reports, func(r Report) bool {
		return slices.ContainsFunc(r.Recipients, func(to Recipient) bool { return strings.EqualFold(to.Address, address) })
	})
}

// warnings lists the gates that let letters go with a warning. Where another held the
// same letters nobody was warned yet.
func (d *Director) warnings(ctx context.Context) ([]alarm.Warning, error) {
	list, err := d.State.Verdicts(ctx)
	var out []alarm.Warning
	for _, v := range list {
		if v.Effect != state.VerdictWarn || slices.ContainsFunc(list, func(h state.Verdict) bool { return heldBack(v, h) }) {
			continue
		}
		w := alarm.Warning{Job: v.Report, Key: v.Period, Gate: v.Gate, Words: v.Words, At: v.At, Run: v.Run}
		if ofModel(v) { // it stands until somebody acts: told once a month, not at each refresh
			w.Key = v.Period[:min(len(v.Period), len("2026-11"))]
		}
		if p, err := transform.PeriodOf(v.Period); err == nil && v.Report != RefreshJob {
			w.Period = p
		}
		out = append(out, w)
	}
	return oneAside(out), err
}

// oneAside makes one warning of several about rows that were kept aside for a job and
// period: they are one trouble of one reading.
func oneAside(list []alarm.Warning) []alarm.Warning {
	aside := func(w alarm.Warning) bool { return strings.HasPrefix(w.Gate, gates.AsidePath+"/") }
	var out []alarm.Warning
	for _, w := range list {
		at := slices.IndexFunc(out, func(x alarm.Warning) bool {
			return aside(w) && strings.HasPrefix(x.Gate, gates.AsidePath) && x.Job == w.Job && x.Key == w.Key
		})
		switch {
		case at < 0:
			out = append(out, w)
		case !strings.Contains(out[at].Words, w.Words):
			out[at].Gate, out[at].Words = gates.AsidePath, out[at].Words+" "+w.Words
			out[at].At, out[at].Run = max(out[at].At, w.At), max(out[at].Run, w.Run)
		}
	}
	return out
}

// heldBack reports whether a verdict kept the letters back that another is about.
func heldBack(v, h state.Verdict) bool {
	return h.Effect == state.VerdictHold && h.Report == v.Report && h.Period == v.Period && (h.Scope == transform.Scope{} || h.Scope == v.Scope)
}
