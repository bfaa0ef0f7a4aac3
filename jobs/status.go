package jobs

import (
	"context"
	"slices"
	"time"

	"clientele/extract"
	"clientele/jobs/alarm"
	"clientele/jobs/due"
	"clientele/transform/state"
)

// A Status is how things stand, for whoever is called when they do not.
type Status struct {
	At      extract.Instant
	Person  []alarm.Alarm // what needs a person, the gravest first
	Owed    []due.Owed
	Next    []due.Owed
	Held    []state.Hold    // words that hold letters now, owed or not
	Last    []state.Success // the last run of each job that did all it should
	Letters []state.StateCount
	Untold  []state.Alarm // what ops should know and may not
}

// Status looks how things stand. It changes nothing and needs the state alone.
func (d *Director) Status(ctx context.Context) (Status, error) {
	out := Status{At: d.instant()}
	facts, err := d.facts(ctx)
	if err != nil {
		return out, err
	}
	since := extract.InstantOf(d.Now().Add(-alarmsFor))
	for _, a := range alarm.Derive(facts, alarm.Options{LateAfter: d.Ops.LateAfter, AfterFailures: d.Ops.AfterFailures, Since: since}) {
		if a.Stands {
			out.Person = append(out.Person, a)
		}
	}
	plan, err := d.Plan(ctx, 1)
	if err != nil {
		return out, err
	}
	out.Owed, out.Next, out.Held = plan.Owed, plan.Next, plan.Held
	if out.Last, err = d.State.Successes(ctx); err != nil {
		return out, err
	}
	if out.Letters, err = d.State.DeliveryStates(ctx); err != nil {
		return out, err
	}
	out.Untold, err = d.untoldAlarms(ctx)
	return out, err
}

// Fine reports whether nothing needs a person: also nobody waits to be told, because
// their mail was not taken.
func (s Status) Fine() bool {
	return len(s.Person) == 0 && !slices.ContainsFunc(s.Untold, func(a state.Alarm) bool { return a.State == state.AlarmWaiting })
}

// mention is for how long a mail to ops is mentioned that was refused, or of which
// nobody knows whether it arrived. What it was about is shown as long as it stands.
const mention = 7 * 24 * time.Hour

// untoldAlarms lists the alarms whose mail was not taken, or may not have arrived.
func (d *Director) untoldAlarms(ctx context.Context) ([]state.Alarm, error) {
	list, err := d.State.Alarms(ctx)
	since := extract.InstantOf(d.Now().Add(-mention))
	var out []state.Alarm
	for _, a := range list {
		waits := a.State == state.AlarmWaiting && a.Attempts > 0
		lost := a.State == state.AlarmUnknown || a.State == state.AlarmRefused || a.State == state.AlarmCommitting
		if waits || lost && a.Changed >= since {
			out = append(out, a)
		}
	}
	return out, err
}
