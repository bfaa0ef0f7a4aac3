package state

import (
	"context"
	"fmt"

	"clientele/extract"
)

// A Telling is how far an alarm has come on its way to one address.
type Telling string

// The tellings. Waiting and AlarmCommitting are not final. Of what ended in
// AlarmUnknown nobody knows whether the mail arrived: it is not sent again.
const (
	AlarmWaiting    Telling = "waiting"    // still to be told
	AlarmCommitting Telling = "committing" // its mail is about to be handed over for good
	AlarmTold       Telling = "told"
	AlarmUnknown    Telling = "unknown"
	AlarmRefused    Telling = "refused" // the address takes no mail of ours
	AlarmBegins     Telling = "begins"  // no alarm: since when this address is told
)

// An AlarmKey names what one address is told once: a cause, of a job and a period.
type AlarmKey struct {
	Cause   string
	Job     string
	Period  string
	About   string // the recipient, source or gate it is about, where that is not the job
	Address string // who is told
}

// An Alarm is what the ledger knows of telling somebody something.
type Alarm struct {
	AlarmKey
	State    Telling
	Since    extract.Instant
	Text     string          // what is told, as its writer reads it again
	Attempts int             // mails that were not taken
	NextAt   extract.Instant `db:"next_at"` // Waiting: not before
	Answer   string          // the carrier's last words
	Raised   extract.Instant // first written down
	Changed  extract.Instant
}

// Alarms returns all alarms, the oldest first.
func (db *DB) Alarms(ctx context.Context) ([]Alarm, error) {
	var all []Alarm
	if err := db.read().list(ctx, &all, "alarm-list"); err != nil {
		return nil, fmt.Errorf("read alarms: %w", err)
	}
	return all, nil
}

// Raise writes down alarms that are to be told, for whoever holds the lease. Those
// whose key is known already stay as they are.
func (db *DB) Raise(ctx context.Context, l Lease, list []Alarm, now extract.Instant) error {
	err := db.write(ctx, func(s session) error {
		if err := s.holds(ctx, l); err != nil {
			return err
		}
		insert := db.on.InsertNew(s.queries["alarm-insert"], "cause")
		for _, a := range list {
			_, err := s.on.ExecContext(ctx, insert, a.Cause, a.Job, a.Period, a.About, a.Address, a.State, a.Since, readable(a.Text), now, now)
			if err != nil {
				return wrong("alarm-insert", err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("write down alarms: %w", err)
	}
	return nil
}

// An AlarmStep is what becomes of alarms: from which telling to which.
type AlarmStep struct {
	From, To Telling
	Failed   bool            // their mail was not taken: counted
	NextAt   extract.Instant // not before
	Answer   string
}

// MoveAlarms writes down what becomes of alarms, all of them or none, for whoever
// holds the lease. ErrState if one of them is not where it should be.
func (db *DB) MoveAlarms(ctx context.Context, l Lease, keys []AlarmKey, to AlarmStep, now extract.Instant) error {
	failed := 0
	if to.Failed {
		failed = 1
	}
	err := db.write(ctx, func(s session) error {
		if err := s.holds(ctx, l); err != nil {
			return err
		}
		for _, k := range keys {
			n, err := s.exec(ctx, "alarm-move", to.To, failed, to.NextAt, readable(to.Answer), now, k.Cause, k.Job, k.Period, k.About, k.Address, to.From)
			if err == nil && n != 1 {
				err = fmt.Errorf("%s of %s %s is not %s: %w", k.Cause, k.Job, k.Period, to.From, ErrState)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("write down alarms as %s: %w", to.To, err)
	}
	return nil
}

// DoubtAlarms marks as unknown the alarms whose mail a process was handing over when
// it died. Whoever holds the lease may say so, for nobody else tells then.
func (db *DB) DoubtAlarms(ctx context.Context, l Lease, now extract.Instant) error {
	err := db.write(ctx, func(s session) error {
		if err := s.holds(ctx, l); err != nil {
			return err
		}
		_, err := s.exec(ctx, "alarm-orphans", "the process died while handing it over", now)
		return err
	})
	if err != nil {
		return fmt.Errorf("look for alarms whose fate is unknown: %w", err)
	}
	return nil
}
