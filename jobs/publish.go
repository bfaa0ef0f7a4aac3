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
	Only           string // of the recipients this one alone
	SendCorrection bool   // also where it went out before with other content
	Owed           bool   // only who has nothing of the period yet and was not refused for good
}

// Publish measures a period, draws the report for every scope among its
// recipients, and posts it to whoever has not had it. One recipient's trouble
// stops nobody else.
func (d *Director) Publish(ctx context.Context, name string, period transform.Period, o PublishOptions) (Published, error) {
	out := Published{Report: name, Period: period}
	d, err := d.staffed(ctx)
	if err != nil {
		return out, err
	}
	report, err := d.Report(name)
	if err != nil {
		return out, err
	}
	snapshot, err := d.aboutOf(ctx, name, period)
	if err == nil {
		err = d.known(ctx, snapshot, period)
	}
	if err != nil {
		return out, err
	}
	request, err := request{Publish: &o}.text()
	if err != nil {
		return out, err
	}
	err = d.underLease(ctx, func(ctx context.Context, d *Director) error {
		err := d.record(ctx, state.Run{Job: name, Period: period.Key(), AsOf: period.To, Args: asked(o), Asked: request}, func(ctx context.Context, run transform.Run) (any, error) {
			out.Run = run
			err := d.publish(ctx, run, snapshot, report, &out, o)
			return out, err
		})
		if err == nil && !o.NoSend && o.SendTo == "" && o.Only == "" && !o.Owed {
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
	if o.Only != "" {
		words = append(words, "--only "+o.Only)
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
	if err := d.tidy(ctx); err != nil {
		return err
	}
	measured, err := d.measure(ctx, run, snapshot, out.Period)
	if err != nil {
		return err
	}
	if err := d.State.Stage(ctx, run, "measured", d.instant()); err != nil {
		return err
	}
	if measured.from != 0 {
		out.Resumed = append(out.Resumed, fmt.Sprintf("measured by run %d", measured.from))
	}
	if bad := failed(measured.checks()); len(bad) > 0 && !o.NoSend && !tells(report.Name) {
		return d.noteChecks(ctx, run, bad, transform.Scope{}, out, o)
	}
	if err := d.judge(ctx, run, report, &measured, out, o); err != nil {
		return err
	}
	var all error
	var letters []posting
	for _, group := range byScope(recipients(report, o)) {
		if err := stopping(ctx, "the report of "+group[0].Scope.Name()); err != nil {
			return errors.Join(all, err)
		}
		claimed, err := d.claimed(ctx, run, measured, report, group, out, o)
		letters, all = append(letters, claimed...), errors.Join(all, err)
	}
	all = errors.Join(all, d.postAll(ctx, letters, out))
	if len(letters) > 0 {
		all = errors.Join(all, d.State.Stage(ctx, run, "posted", d.instant()))
	}
	out.inOrder(recipients(report, o))
	all = grouped(errors.Join(all, d.Carrier.Close(), d.sweep()))
	if all != nil && !errors.Is(all, ErrPartial) && slices.ContainsFunc(out.Outcomes, func(o Outcome) bool { return o.Path != "" }) {
		return fmt.Errorf("%w: %w", ErrPartial, all) // somebody was reached, whatever stopped the others
	}
	return all
}

// publishScope describes the report of one scope and holds its checks. Asked to send
// nothing it draws it as well. There are no drafts where nothing is to be sent.
func (d *Director) publishScope(ctx context.Context, run transform.Run, m Measured, report Report, group []Recipient, out *Published, o PublishOptions) (*drafts, error) {
	scope := group[0].Scope
	if scope != (transform.Scope{}) && len(m.of(scope).Rows) == 0 {
		if !slices.ContainsFunc(group, func(to Recipient) bool { return !to.Recorded }) {
			return nil, out.nobodyIn(scope, group)
		}
		for _, to := range group {
			out.Outcomes = append(out.Outcomes, Outcome{Recipient: to.Address, Did: Stopped, Why: "no customer is in " + scope.Name()})
		}
		return nil, fmt.Errorf("%w: no customer is in %s: write the territory or rep as the sources do, capitals included", ErrStopped, scope.Name())
	}
	in, err := d.input(ctx, report.Name, m, out.Period, scope)
	if err != nil {
		return nil, err
	}
	issue, book, err := d.described(in)
	if err != nil {
		return nil, err
	}
	if out.Edition == "" {
		out.Edition, out.Headline, out.Figures = issue.Edition[:8], issue.letter.Headline, headlines(issue.letter)
	}
	out.checked(issue.Checks)
	if bad := failed(issue.Checks); len(bad) > 0 && !o.NoSend && !tells(report.Name) {
		return nil, d.noteChecks(ctx, run, bad, scope, out, o)
	}
	s := &drafts{d: d, run: run, out: out, made: in, plain: &draft{Issue: issue, made: in, book: book}, corrections: map[string]*draft{}}
	if o.NoSend {
		out.Outcomes = append(out.Outcomes, Outcome{Recipient: "nobody", Did: Nothing, Why: "asked not to send"})
		return s, s.lay(ctx, s.plain, true)
	}
	return s, nil
}

// asRecorded holds a workbook against what is recorded of its edition: drawn again
// it must be the same, or nobody gets it.
func (d *Director) asRecorded(ctx context.Context, i Issue) error {
	list, err := d.State.ArchivedOf(ctx, i.Report, i.Scope, i.Period.Key())
	if err != nil {
		return err
	}
	for _, a := range list {
		if a.Kind == state.ArchivedWorkbook && a.Edition == i.Edition && a.SHA256 != i.SHA256 {
			return fmt.Errorf("%w: edition %s of the %s workbook, drawn again, has checksum %s; %s went out with %s", ErrStopped, i.Edition[:8], i.Report, i.SHA256[:8], a.Path, a.SHA256[:8])
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
