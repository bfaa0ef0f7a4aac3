package jobs

import (
	"context"

	"clientele/jobs/gates"
	"clientele/transform"
	"clientele/transform/state"
)

// A Look is what the gates of a report say of a period, and what its expectations
// were judged by.
type Look struct {
	Verdicts []gates.Verdict
	Figures  []FigureLook
	Released string // by whom, if a person let the period go
}

// A FigureLook is a figure of which something is expected, with its past and the
// band that gives.
type FigureLook struct {
	Expectation gates.Expectation
	Now         float64
	Measured    bool
	Past        []gates.Point // latest first
	Band        gates.Band
	TooFew      string // why there is no band
}

// Look judges a report of a period as if it were to be sent, and tells nobody.
func (d *Director) Look(ctx context.Context, report string, period transform.Period) (Look, error) {
	var out Look
	d, err := d.staffed(ctx)
	if err != nil {
		return out, err
	}
	if _, err := d.Report(report); err != nil {
		return out, err
	}
	snapshot, err := d.aboutOf(ctx, report, period)
	if err != nil {
		return out, err
	}
	err = d.record(ctx, state.Run{Job: "gates", Period: period.Key(), AsOf: period.To, Args: report}, func(ctx context.Context, run transform.Run) (any, error) {
		m, err := d.measure(ctx, run, snapshot, period)
		if err != nil {
			return nil, err
		}
		return nil, d.look(ctx, m, report, period, &out)
	})
	return out, err
}

func (d *Director) look(ctx context.Context, m Measured, report string, period transform.Period, out *Look) (err error) {
	if out.Verdicts, err = d.verdicts(ctx, m, report, period); err != nil {
		return err
	}
	for _, c := range failed(m.checks()) {
		out.Verdicts = append(out.Verdicts, gates.Verdict{Gate: gates.ControlSums, Kind: gates.ControlSums, Effect: gates.Hold, Check: c.Name, Expected: c.Expected, Found: c.Found, Words: "Figures do not tie."})
	}
	for _, e := range d.Gates.Expect {
		if e.Report != report {
			continue
		}
		var f FigureLook
		var past gates.Past
		if f.Now, f.Measured, past, err = d.figure(ctx, m, &e, period); err != nil {
			return err
		}
		f.Expectation = e
		f.Past = e.History(past, period)
		f.Band, f.TooFew = e.Usual(past, period)
		out.Figures = append(out.Figures, f)
	}
	w, err := d.words(ctx)
	if by, let := state.Released(w.holds, report, period.Key()); let {
		out.Released = by.String()
	}
	return err
}
