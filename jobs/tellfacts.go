package jobs

import (
	"context"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/jobs/alarm"
	"clientele/jobs/due"
	"clientele/transform"
	"clientele/transform/state"
)

// recentRuns is how many of the latest runs are looked at for trouble.
const recentRuns = 400

// facts gathers what the ledger says at this moment, for alarms and for the status.
func (d *Director) facts(ctx context.Context) (alarm.Facts, error) {
	out := alarm.Facts{Now: d.instant(), Zone: d.Company.Zone}
	plan, err := d.Plan(ctx, 1)
	if err != nil {
		return out, err
	}
	owed, err := d.State.Owed(ctx)
	if err != nil {
		return out, err
	}
	runs, err := d.State.Recent(ctx, recentRuns)
	if err != nil {
		return out, err
	}
	for _, r := range runs {
		out.Runs = append(out.Runs, d.ranAs(r))
	}
	said, err := d.words(ctx)
	if err != nil {
		return out, err
	}
	for _, o := range plan.Owed {
		if o.Do == due.Run || o.Do == due.Wait || o.Do == due.Hold {
			x := openOf(o, owed, runs)
			x.Restored = o.Do == due.Hold && said.restored(o.Job, o.Period)
			out.Open = append(out.Open, x)
		}
	}
	for _, o := range owed {
		if o.Fate == state.OwedDone || o.Fate == state.OwedSkipped {
			out.Done = append(out.Done, alarm.Done{Job: o.Job, Key: o.Period, AsOf: o.AsOf, Slot: o.Slot, At: o.Changed, Run: o.Run, Skipped: o.Fate == state.OwedSkipped})
		}
	}
	if out.Letters, err = d.troubledLetters(ctx); err != nil {
		return out, err
	}
	if out.Suppressed, err = d.suppressions(ctx); err != nil {
		return out, err
	}
	out.Warnings, err = d.warnings(ctx)
	return out, err
}

// openOf is something owed as the ledger knows it.
func openOf(o due.Owed, owed []state.Owed, runs []state.Run) alarm.Open {
	x := alarm.Open{Job: o.Job, Key: o.Key, Period: o.Period, Slot: o.Slot, NextAt: o.From}
	if o.Do == due.Hold {
		x.HeldBy = unremedied(o.Why)
		if o.Job == ResendJob { // its key is no report and period
			x.Release = remedyOf(o.Why)
		}
	}
	at := slices.IndexFunc(owed, func(e state.Owed) bool { return e.Job == o.Job && e.Period == o.Key })
	if at >= 0 && owed[at].Fate == state.OwedFailed {
		e := owed[at]
		x.Failures, x.Reason, x.Changed = e.Attempts, e.Reason, e.Changed
	}
	if at >= 0 && owed[at].Fate == state.OwedClaimed { // begun, and nobody said how it ended
		x.Failures, x.Changed = owed[at].Attempts-1, owed[at].Changed
	}
	x.Broke, x.Stopped = broke(x.Reason), strings.Contains(x.Reason, ErrStopped.Error())
	x.Reason = strings.TrimPrefix(reasonOf(x.Reason), o.Job+", "+o.Period.Label()+", needs the sources to be read: ")
	for _, r := range slices.Backward(runs) {
		if r.Job == o.Job && r.Period == o.Key {
			x.Partial = r.Status == state.Partial
			break
		}
	}
	return x
}

// broke reports whether an error's words say that the program is at fault.
func broke(words string) bool { return strings.Contains(words, ErrBroke.Error()) }

// ranAs is a run as far as it matters to ops.
func (d *Director) ranAs(r state.Run) alarm.Run {
	x := alarm.Run{
		ID: r.ID, Job: r.Job, Key: r.Period, Ending: alarm.Fine, OK: r.Status == state.OK, ByHand: !strings.Contains(r.Args, askedByClock),
		Broke: broke(r.Error), Error: reasonOf(r.Error), Began: r.Started, Over: r.Finished, Partial: r.Status == state.Partial,
		Private: d.private(r),
	}
	if p, err := transform.PeriodOf(r.Period); err == nil && r.Job != RefreshJob {
		x.Period = p
	}
	if r.Job == RefreshJob && strings.Contains(r.Error, "--accept "+AcceptIDs) {
		x.Accept = AcceptIDs
	}
	switch {
	case r.Status == state.Interrupted && r.Error == "", r.Status == state.Running && d.lease != nil && r.Fence < d.lease.Fence:
		x.Ending = alarm.Died
	case r.Status == state.Failed:
		x.Ending = alarm.Amiss
	case r.Status == state.HeldBack:
		x.Ending = alarm.Stopped
	}
	return x
}

// askedByClock is what a run that a schedule owed says of how it was asked for.
const askedByClock = "--due"

// askedFor adds to how a run was asked for that nobody did, but the clock.
func (d *Director) askedFor(args string) string {
	if !d.byClock || strings.Contains(args, askedByClock) {
		return args
	}
	return strings.TrimSpace(args + " " + askedByClock)
}

// reasonOf is the first line of an error, without the words that its cause says again.
func reasonOf(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	for _, again := range []error{ErrBroke, ErrStopped, ErrPartial} {
		line = strings.ReplaceAll(line, again.Error()+": ", "")
	}
	return line
}

// troubledLetters lists the letters a person has to look at.
func (d *Director) troubledLetters(ctx context.Context) ([]alarm.Letter, error) {
	list, err := d.State.Trouble(ctx, extract.InstantOf(d.Now().Add(-alarmsFor)))
	var out []alarm.Letter
	for _, x := range list {
		period, err := transform.PeriodOf(x.Period)
		if err != nil {
			return nil, err
		}
		l := alarm.Letter{
			Report: x.Report, Period: period, Recipient: x.Recipient, Revision: x.Revision, Unknown: x.State == state.Unknown,
			Answer: x.Answer, Since: x.Changed, Run: x.Run, Listed: d.listed(x.Report, x.Recipient, x.Scope),
		}
		if l.Unknown || l.Listed { // who is no recipient any more needs nothing
			out = append(out, l)
		}
	}
	if err != nil {
		return nil, err
	}
	return d.troubledCopies(ctx, out)
}
