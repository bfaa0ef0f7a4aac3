package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"clientele/extract"
	"clientele/jobs/alarm"
	"clientele/transform/state"
)

// alarmsFor is how long something that came about is news. What died and stayed
// down for longer has nothing to tell of.
const alarmsFor = 100 * 24 * time.Hour

// newcomer is how far back somebody is told who was never told anything: not the
// whole past of an installation.
const newcomer = 24 * time.Hour

// Tell tells ops whatever the ledger says they should know and were not told yet, in
// one mail to each address. While somebody else is at work it does nothing: they
// tell when they are done. Whoever asks twice tells once.
func (d *Director) Tell(ctx context.Context) Told {
	var out Told
	if len(d.Ops.Mail) == 0 || ctx.Err() != nil {
		return out
	}
	d, err := d.staffed(ctx)
	if err != nil {
		out.Err = err
		return out
	}
	_, err = d.caught(func() (any, error) {
		pending, err := d.untold(ctx)
		if err == nil && pending {
			err = d.underLease(ctx, func(ctx context.Context, d *Director) (err error) {
				out, err = d.tell(ctx)
				return err
			})
		}
		return nil, err
	})
	if errors.Is(err, state.ErrHeld) {
		err = nil
	}
	if out.Err = errors.Join(out.Err, err); out.Err != nil {
		d.Log.Error("ops could not be told", "error", out.Err)
	}
	return out
}

// untold reports whether there is anything to tell, without hindering anybody.
func (d *Director) untold(ctx context.Context) (bool, error) {
	ledger, err := d.alarmLedger(ctx)
	if err != nil || ledger.newcomers() || ledger.waiting(d.instant()) {
		return true, err
	}
	_, fresh, err := d.derive(ctx, ledger)
	return len(fresh) > 0, err
}

// tell does the telling, as the holder of the lease.
func (d *Director) tell(ctx context.Context) (Told, error) {
	now := d.instant()
	if err := d.State.DoubtAlarms(ctx, *d.lease, now); err != nil {
		return Told{}, err
	}
	ledger, err := d.alarmLedger(ctx)
	if err != nil {
		return Told{}, err
	}
	all, fresh, err := d.derive(ctx, ledger)
	if err != nil {
		return Told{}, err
	}
	if err := d.raise(ctx, ledger, fresh); err != nil {
		return Told{}, err
	}
	if ledger, err = d.alarmLedger(ctx); err != nil {
		return Told{}, err
	}
	var out Told
	for _, to := range d.Ops.Mail {
		subject, err := d.tellOne(ctx, to, ledger.waitingFor(to.Mail, now), all)
		if subject != "" {
			out.Subjects = append(out.Subjects, subject)
		}
		out.Err = errors.Join(out.Err, err)
	}
	return out, d.Carrier.Close()
}

// derive lists what the ledger says is amiss, and what of it is to be told to whom.
func (d *Director) derive(ctx context.Context, ledger alarmLedger) ([]alarm.Alarm, []alarm.Telling, error) {
	facts, err := d.facts(ctx)
	if err != nil {
		return nil, nil, err
	}
	facts.Told = ledger.told()
	all := alarm.Derive(facts, alarm.Options{
		LateAfter: d.Ops.LateAfter, AfterFailures: d.Ops.AfterFailures, Recovered: d.Ops.Recovered, Since: extract.InstantOf(d.Now().Add(-alarmsFor)),
	})
	return all, alarm.Untold(all, ledger.addressees(), ledger.knows), nil
}

// raise writes down what is to be told before anything is sent: a process that dies
// here leaves the next one to tell it.
func (d *Director) raise(ctx context.Context, ledger alarmLedger, fresh []alarm.Telling) error {
	var rows []state.Alarm
	for _, to := range ledger.new {
		rows = append(rows, state.Alarm{AlarmKey: state.AlarmKey{Cause: string(state.AlarmBegins), Address: to}, State: state.AlarmBegins, Since: d.instant()})
	}
	for _, t := range fresh {
		missed, err := d.missed(ctx, t.Alarm)
		if err != nil {
			return err
		}
		t.Missed = missed
		text, err := json.Marshal(t.Alarm)
		if err != nil {
			return fmt.Errorf("write down an alarm: %w", err)
		}
		rows = append(rows, state.Alarm{AlarmKey: keyOf(t.Key(), t.Address), State: state.AlarmWaiting, Since: t.Since, Text: string(text)})
		d.Log.Error("alarm", "cause", t.Cause, "job", t.Job, "period", t.Period, "about", t.About, "text", t.Title(), "why", t.Why)
	}
	if len(rows) == 0 {
		return nil
	}
	return d.State.Raise(ctx, *d.lease, rows, d.instant())
}

func keyOf(k alarm.Key, address string) state.AlarmKey {
	return state.AlarmKey{Cause: string(k.Cause), Job: k.Job, Period: k.Period, About: k.About, Address: address}
}

// missed lists who has nothing of a period, where an alarm is about the whole of it.
func (d *Director) missed(ctx context.Context, a alarm.Alarm) ([]string, error) {
	report, err := d.Report(a.Job)
	if err != nil || a.About != "" || a.Label == "" {
		return a.Missed, nil // not about a report
	}
	list, err := d.State.Deliveries(ctx, state.Filter{Report: a.Job, Period: a.Period, State: state.Accepted})
	if err != nil {
		return nil, err
	}
	has := map[string]bool{}
	for _, x := range list {
		has[strings.ToLower(x.Recipient)] = true
	}
	var out []string
	for _, r := range report.Recipients {
		if !has[strings.ToLower(r.Address)] {
			out = append(out, r.Address)
		}
	}
	return out, nil
}
