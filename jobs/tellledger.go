package jobs

import (
	"context"
	"slices"

	"clientele/extract"
	"clientele/jobs/alarm"
	"clientele/transform/state"
)

// An alarmLedger is what is known of telling ops.
type alarmLedger struct {
	rows   []state.Alarm
	new    []string          // addresses that were never told anything
	begins []alarm.Addressee // all of them
}

// alarmLedger reads what was told to whom.
func (d *Director) alarmLedger(ctx context.Context) (alarmLedger, error) {
	rows, err := d.State.Alarms(ctx)
	out := alarmLedger{rows: rows}
	back := extract.Instant(newcomer.Microseconds())
	for _, a := range d.Ops.Mail {
		to := alarm.Addressee{Address: a.Mail, Since: d.instant() - back}
		at := slices.IndexFunc(rows, func(r state.Alarm) bool { return r.State == state.AlarmBegins && r.Address == a.Mail })
		if at < 0 {
			out.new = append(out.new, a.Mail)
		} else {
			to.Since = rows[at].Since - back
		}
		out.begins = append(out.begins, to)
	}
	return out, err
}

func (l alarmLedger) newcomers() bool { return len(l.new) > 0 }

func (l alarmLedger) addressees() []alarm.Addressee { return l.begins }

// knows reports whether an alarm was told to an address, or is about to be.
func (l alarmLedger) knows(k alarm.Key, address string) bool {
	return slices.ContainsFunc(l.rows, func(r state.Alarm) bool { return r.AlarmKey == keyOf(k, address) })
}

// told lists what was told to anybody.
func (l alarmLedger) told() []alarm.Key {
	var out []alarm.Key
	for _, r := range l.rows {
		if r.State == state.AlarmTold || r.State == state.AlarmUnknown {
			out = append(out, alarm.Key{Cause: alarm.Cause(r.Cause), Job: r.Job, Period: r.Period, About: r.About})
		}
	}
	return out
}

// waiting reports whether something is left that somebody began to tell, and may be
// tried by now.
func (l alarmLedger) waiting(now extract.Instant) bool {
	return slices.ContainsFunc(l.begins, func(to alarm.Addressee) bool { return len(l.waitingFor(to.Address, now)) > 0 }) ||
		slices.ContainsFunc(l.rows, func(r state.Alarm) bool { return r.State == state.AlarmCommitting })
}

// waitingFor lists what is still to be told to an address, unless its last mail was
// not taken a moment ago.
func (l alarmLedger) waitingFor(address string, now extract.Instant) []state.Alarm {
	var out []state.Alarm
	for _, r := range l.rows {
		if r.State != state.AlarmWaiting || r.Address != address {
			continue
		}
		if r.NextAt > now {
			return nil // what is new waits with the others: it is one mail
		}
		out = append(out, r)
	}
	return out
}
