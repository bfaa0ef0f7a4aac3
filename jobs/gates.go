package jobs

import (
	"context"
	"errors"
	"slices"

	"clientele/extract"
	"clientele/jobs/gates"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// Gates are what is looked at before anything is sent. Control totals are looked at
// whatever stands here.
type Gates struct {
	Fresh  []gates.Fresh
	Aside  gates.Shares
	IDs    gates.IDLimits
	Expect []gates.Expectation
}

// verdicts judges a report of a period: facts of the sources and of the company
// once, expectations of a scope for that scope. It changes nothing.
func (d *Director) verdicts(ctx context.Context, m Measured, report string, period transform.Period) ([]gates.Verdict, error) {
	var out []gates.Verdict
	for _, f := range d.Gates.Fresh {
		out = append(out, f.Judge(m.Coverage, period, d.Company.Zone))
	}
	out = append(out, gates.KeptAside(d.Gates.Aside, m.Coverage)...)
	for _, e := range d.Gates.Expect {
		if e.Report != report {
			continue
		}
		now, measured, past, err := d.figure(ctx, m, &e, period)
		if err != nil {
			return nil, err
		}
		out = append(out, e.Judge(period, now, measured, past)...)
	}
	return softened(report, out), nil
}

// judge looks at everything before a report is drawn. What is closed is written
// down, so that whoever runs the program can be told; a gate that holds ends the
// report here, unless a person let it go or nobody is to be mailed.
func (d *Director) judge(ctx context.Context, run transform.Run, report Report, m *Measured, out *Published, o PublishOptions) error {
	list, err := d.verdicts(ctx, *m, out.Report, out.Period)
	if err != nil {
		return err
	}
	w, err := d.words(ctx)
	if err != nil {
		return err
	}
	if by, let := state.Released(w.holds, out.Report, out.Period.Key()); let {
		if hold := gates.Holding(list); len(hold) > 0 {
			d.Log.Warn("gates released", "report", out.Report, "period", out.Period.Key(), "by", by.Who, "gates", len(hold))
		}
		list = gates.Release(list)
	}
	m.Verdicts = &list
	if err := d.noteVerdicts(ctx, run, list, out, o); err != nil || o.NoSend {
		return err
	}
	return d.holdBack(gates.OfAll(list), recipients(report, o), out, "")
}

// noteVerdicts puts what was found into the account of the run and what is closed
// into the ledger. A workbook that nobody is sent, or somebody else, tells nothing.
func (d *Director) noteVerdicts(ctx context.Context, run transform.Run, list []gates.Verdict, out *Published, o PublishOptions) error {
	out.Verdicts = append(out.Verdicts, list...)
	if o.NoSend || o.SendTo != "" {
		return nil
	}
	return d.State.SetVerdicts(ctx, run, out.Report, out.Period.Key(), ledgered(out.Verdicts, d.instant()))
}

// noteChecks does the same for checks that failed, and returns them as the error
// that stops the run. They always hold: a report that does not tie has no figures.
func (d *Director) noteChecks(ctx context.Context, run transform.Run, bad []transform.Check, scope transform.Scope, out *Published, o PublishOptions) error {
	v := gates.Verdict{
		Gate: gates.ControlSums, Kind: gates.ControlSums, Scope: scope, Effect: gates.Hold, Words: "Figures do not tie: " + bad[0].Name + ".",
		Check: bad[0].Name, Expected: bad[0].Expected, Found: bad[0].Found, Detail: brief(refusal(bad)),
	}
	return errors.Join(refusal(bad), d.noteVerdicts(ctx, run, []gates.Verdict{v}, out, o))
}

// ledgered writes closed gates as the ledger does, each once.
func ledgered(list []gates.Verdict, at extract.Instant) []state.Verdict {
	words := map[gates.Effect]string{gates.Warn: state.VerdictWarn, gates.Hold: state.VerdictHold, gates.Released: state.VerdictReleased}
	var out []state.Verdict
	for _, v := range gates.Closed(list) {
		if slices.ContainsFunc(out, func(x state.Verdict) bool { return x.Gate == v.Gate && x.Scope == v.Scope }) {
			continue
		}
		out = append(out, state.Verdict{Scope: v.Scope, Gate: v.Gate, Effect: words[v.Effect], Words: v.Says(), Detail: v.Detail, At: at})
	}
	return out
}

// gatesOf is what a workbook says of the gates: those of everybody and those of its
// scope. Kinds of record of which enough could be used are one line.
func (d *Director) gatesOf(ctx context.Context, m Measured, report string, period transform.Period, scope transform.Scope) ([]pages.Gate, error) {
	if m.Verdicts == nil { // somebody who does not send
		list, err := d.verdicts(ctx, m, report, period)
		if err != nil {
			return nil, err
		}
		m.Verdicts = &list
	}
	var out []pages.Gate
	for _, v := range gates.Condensed(gates.About(*m.Verdicts, scope)) {
		g := pages.Gate{Result: "OK", Of: v.Kind, Check: v.Check, Expected: v.Expected, Found: v.Found}
		switch {
		case v.Closed():
			g.Result, g.Says = pages.GateWarning, v.Says()
		case v.Effect == gates.Unjudged:
			g.Result = "NOT JUDGED"
		}
		out = append(out, g)
	}
	return out, nil
}

// lagging reports whether the sources, as they were last read, are too old for a
// period by a gate that holds: then they are read again before it is judged.
func (d *Director) lagging(ctx context.Context, report string, period transform.Period) (bool, error) {
	run, found, err := d.Warehouse.Latest(ctx)
	if err != nil || !found {
		return false, err
	}
	coverage, err := d.Warehouse.CoverageAt(ctx, run)
	if err != nil {
		return false, err
	}
	w, err := d.words(ctx)
	if err != nil {
		return false, err
	}
	if _, let := state.Released(w.holds, report, period.Key()); let {
		return false, nil
	}
	return slices.ContainsFunc(d.Gates.Fresh, func(f gates.Fresh) bool {
		return f.Judge(coverage, period, d.Company.Zone).Effect == gates.Hold
	}), nil
}
