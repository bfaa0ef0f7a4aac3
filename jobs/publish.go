package jobs

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// PublishOptions are what whoever starts a report may ask for.
type PublishOptions struct {
	NoSend         bool   // write the workbook, mail nobody
	SendTo         string // this address instead of the recipients
	SendCorrection bool   // also where it went out before with other content
	Owed           bool   // only who has nothing of the period yet and was not refused for good
}

// Published is the account of one report.
type Published struct {
	Report   string
	Period   transform.Period
	Edition  string // of the first scope, eight characters
	Headline string // its finding
	Figures  []string
	Outcomes []Outcome
	Files    []string
	Run      transform.Run `json:"-"`

	down error // why letters cannot be handed over at all; who comes later need not try
}

// An Outcome says who got what, or why not.
type Outcome struct {
	Recipient string
	Did       string // sent, corrected, nothing, stopped, unclear, deferred, rejected, waiting, or failed before it was handed over
	Why       string
	Path      string // where the letter lies or what the carrier answered, when sent
}

// Publish measures a period, draws the report for every scope among its
// recipients, and posts it to whoever has not had it. One recipient's trouble
// stops nobody else.
func (d *Director) Publish(ctx context.Context, name string, period transform.Period, o PublishOptions) (Published, error) {
	out := Published{Report: name, Period: period}
	report, err := d.Report(name)
	if err != nil {
		return out, err
	}
	snapshot, err := d.fresh(ctx, period)
	if err != nil {
		return out, err
	}
	err = d.underLease(ctx, func(ctx context.Context, d *Director) error {
		err := d.record(ctx, state.Run{Job: name, Period: period.Key(), AsOf: period.To, Args: asked(o)}, func(ctx context.Context, run transform.Run) (any, error) {
			out.Run = run
			err := d.publish(ctx, run, snapshot, report, &out, o)
			return out, err
		})
		if err == nil && !o.NoSend && o.SendTo == "" && !o.Owed {
			err = d.doneByHand(ctx, out)
		}
		return err
	})
	return out, err
}

func asked(o PublishOptions) string {
	var words []string
	if o.NoSend {
		words = append(words, "--no-send")
	}
	if o.SendTo != "" {
		words = append(words, "--send-to "+o.SendTo)
	}
	if o.SendCorrection {
		words = append(words, "--send-correction")
	}
	if o.Owed {
		words = append(words, "--due")
	}
	return strings.Join(words, " ")
}

func (d *Director) publish(ctx context.Context, run transform.Run, snapshot warehouse.Snapshot, report Report, out *Published, o PublishOptions) error {
	if _, err := d.State.Doubt(ctx, run, d.instant()); err != nil {
		return err
	}
	if err := d.Spool.Sweep(); err != nil {
		return fmt.Errorf("%w: %w", ErrMail, err)
	}
	measured, err := d.measure(ctx, run, snapshot, out.Period)
	if err != nil {
		return err
	}
	if err := d.State.Stage(ctx, run, "measured", d.instant()); err != nil {
		return err
	}
	if bad := failed(measured.checks()); len(bad) > 0 && !o.NoSend {
		return refusal(bad)
	}
	var all error
	for _, group := range byScope(recipients(report, o)) {
		if err := stopping(ctx, "the report of "+group[0].Scope.Name()); err != nil {
			return errors.Join(all, err)
		}
		all = errors.Join(all, d.publishScope(ctx, run, measured, report, group, out, o))
	}
	all = errors.Join(all, d.Carrier.Close(), d.sweep())
	if all != nil && !errors.Is(all, ErrPartial) && slices.ContainsFunc(out.Outcomes, func(o Outcome) bool { return o.Path != "" }) {
		return fmt.Errorf("%w: %w", ErrPartial, all) // somebody was reached, whatever stopped the others
	}
	return all
}

// publishScope draws the report of one scope and posts it to its recipients.
func (d *Director) publishScope(ctx context.Context, run transform.Run, m Measured, report Report, group []Recipient, out *Published, o PublishOptions) error {
	scope := group[0].Scope
	if scope != (transform.Scope{}) && len(m.of(scope).Rows) == 0 {
		for _, to := range group {
			out.Outcomes = append(out.Outcomes, Outcome{Recipient: to.Address, Did: "stopped", Why: "no customer is in " + scope.Name()})
		}
		return fmt.Errorf("%w: no customer is in %s: write the territory or rep as the sources do, capitals included", ErrStopped, scope.Name())
	}
	issue, err := d.issue(ctx, report.Name, m, out.Period, scope)
	if err != nil {
		return err
	}
	if out.Edition == "" {
		out.Edition, out.Headline, out.Figures = issue.Edition[:8], issue.letter.Headline, headlines(issue.letter)
	}
	if bad := failed(issue.Checks); len(bad) > 0 && !o.NoSend {
		return refusal(bad)
	}
	if err := d.asRecorded(ctx, issue); err != nil {
		return err
	}
	path, err := d.archive(issue, o.NoSend)
	if err != nil {
		return err
	}
	out.Files = append(out.Files, path)
	if o.NoSend {
		out.Outcomes = append(out.Outcomes, Outcome{Recipient: "nobody", Did: "nothing", Why: "asked not to send"})
		return nil
	}
	var all error
	for _, to := range group {
		if err := stopping(ctx, "the letter to "+to.Address); err != nil {
			return errors.Join(all, err)
		}
		all = errors.Join(all, d.post(ctx, run, issue, path, to, out, o))
	}
	return all
}

// asRecorded holds a workbook against what is recorded of its edition: drawn again
// it must be the same, or nobody gets it.
func (d *Director) asRecorded(ctx context.Context, i Issue) error {
	list, err := d.State.ArchivedOf(ctx, i.Report, i.Scope, i.Period.Key())
	if err != nil {
		return err
	}
	for _, a := range list {
		if a.Kind == state.ArchivedWorkbook && a.Edition == i.Edition && a.SHA256 != sum(i.Workbook) {
			return fmt.Errorf("%w: edition %s of the %s workbook, drawn again, has checksum %s; %s went out with %s", ErrStopped, i.Edition[:8], i.Report, sum(i.Workbook)[:8], a.Path, a.SHA256[:8])
		}
	}
	return nil
}

// headlines says the key figures of a letter in a line each.
func headlines(l reports.Letter) []string {
	var out []string
	for _, r := range l.Rows {
		out = append(out, strings.TrimSpace(r.Label+": "+r.Value+" "+strings.TrimSpace(r.Delta+" "+r.Against)))
	}
	return out
}
