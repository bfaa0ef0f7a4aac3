package state

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// What a run can be.
const (
	Running     = "running"
	OK          = "ok"
	Failed      = "failed"
	Partial     = "partial"     // some recipients were not served
	HeldBack    = "held"        // a gate stopped it before anything was sent
	Interrupted = "interrupted" // stopped on request, or its process died and the next one noticed
)

// ErrNoRun means that there is no run of that number.
var ErrNoRun = errors.New("there is no such run")

// A Run is one execution of a job.
type Run struct {
	ID       transform.Run
	Job      string
	Period   string        // transform.Period.Key
	AsOf     transform.Day `db:"as_of"`
	Code     string        // version of the program
	Args     string        // how it was asked for, for people to read
	Owner    string        // of the lease
	Fence    int64         // of the lease
	Status   string
	Error    string // why it is not OK
	Details  string // JSON: counts, checks, who got what
	Started  extract.Instant
	Finished extract.Instant
	Stages   []StageAt     `db:"-"` // only from DB.Run
	Asked    string        `db:"-"` // what it was asked for, as the program reads it; only from DB.Run
	After    transform.Run `db:"-"` // StartRun: numbers up to this one are taken, by a warehouse younger than a restored state
}

// A StageAt says when a run came to a stage.
type StageAt struct {
	Name string
	At   extract.Instant
}

// StartRun writes down that a job begins and returns its number, higher than any
// before. Runs left open by processes whose lease has passed on are marked as
// interrupted.
func (db *DB) StartRun(ctx context.Context, r Run) (transform.Run, error) {
	err := db.write(ctx, func(s session) error {
		var highest transform.Run
		if _, err := s.get(ctx, &highest, "run-highest"); err != nil {
			return err
		}
		r.ID, r.Status, r.Args = max(highest, r.After)+1, Running, readable(r.Args)
		if err := s.put(ctx, "run-insert", r); err != nil {
			return err
		}
		if r.Asked != "" {
			if _, err := s.exec(ctx, "asked-insert", r.ID, r.Asked); err != nil {
				return err
			}
		}
		if _, err := s.exec(ctx, "run-interrupt", Interrupted, r.Started, Running, r.Fence); err != nil {
			return err
		}
		return s.mayWrite(ctx, r.ID)
	})
	if err != nil {
		return 0, fmt.Errorf("start run of %s for %s: %w", r.Job, r.Period, err)
	}
	return r.ID, nil
}

// readable makes strangers' words fit for a store that keeps nothing but UTF-8.
func readable(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }

// Stage writes down that a run came to a stage.
func (db *DB) Stage(ctx context.Context, run transform.Run, name string, at extract.Instant) error {
	err := db.writeFor(ctx, run, func(s session) error {
		_, err := s.exec(ctx, "stage-insert", run, name, at, run)
		return err
	})
	if err != nil {
		return fmt.Errorf("note stage %s: %w", name, err)
	}
	return nil
}

// Account writes down what a run has to tell so far, in case it does not live to end.
func (db *DB) Account(ctx context.Context, run transform.Run, details string) error {
	err := db.writeFor(ctx, run, func(s session) error {
		_, err := s.exec(ctx, "run-account", readable(details), run)
		return err
	})
	if err != nil {
		return fmt.Errorf("write down the account of run %d: %w", run, err)
	}
	return nil
}

// FinishRun writes down how a run ended. A run ends once.
func (db *DB) FinishRun(ctx context.Context, run transform.Run, status, why string, finished extract.Instant, details string) error {
	if !slices.Contains([]string{OK, Failed, Partial, HeldBack, Interrupted}, status) {
		return fmt.Errorf("finish run %d: no run ends as %q", run, status)
	}
	err := db.write(ctx, func(s session) error {
		n, err := s.exec(ctx, "run-finish", status, readable(why), readable(details), finished, run, Running)
		if err == nil && n == 0 {
			err = errors.New("it is not running")
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("finish run %d: %w", run, err)
	}
	return nil
}

// Runs returns the latest runs, newest first.
func (db *DB) Runs(ctx context.Context, limit int) ([]Run, error) {
	var all []Run
	if err := db.read().list(ctx, &all, "run-list", limit); err != nil {
		return nil, fmt.Errorf("list runs: %w", err)
	}
	return all, nil
}

// Run returns one run with its stages and what it was asked for, or ErrNoRun.
func (db *DB) Run(ctx context.Context, id transform.Run) (Run, error) {
	var r Run
	found, err := db.read().get(ctx, &r, "run-get", id)
	if err == nil && !found {
		err = ErrNoRun
	}
	if err == nil {
		err = db.read().list(ctx, &r.Stages, "stage-list", id)
	}
	if err == nil {
		_, err = db.read().get(ctx, &r.Asked, "asked-get", id)
	}
	if err != nil {
		return Run{}, fmt.Errorf("show run %d: %w", id, err)
	}
	return r, nil
}
