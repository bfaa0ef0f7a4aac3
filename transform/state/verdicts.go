package state

import (
	"context"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// What a closed gate does.
const (
	VerdictWarn     = "warn"     // the report goes out and says so
	VerdictHold     = "hold"     // nobody is mailed
	VerdictReleased = "released" // it would hold, and a person let the report go
)

// A Verdict is a gate that was closed when a report of a period was last judged.
// The report of a refresh is its job, and its period the day it began.
type Verdict struct {
	Report          string
	Period          string
	transform.Scope        // whose workbook it is about; the zero scope is everybody's
	Gate            string // where in the configuration it stands
	Effect          string
	Words           string // for those who read the report
	Detail          string // for those who run it
	Run             transform.Run
	At              extract.Instant
}

// SetVerdicts writes down which gates a run found closed for a report of a period,
// in place of what was found before: a gate that is open again has no verdict.
func (db *DB) SetVerdicts(ctx context.Context, run transform.Run, report, period string, closed []Verdict) error {
	return db.verdicts(ctx, run, report, period, closed, func(s session) error {
		_, err := s.exec(ctx, "verdict-clear", report, period)
		return err
	})
}

// SetRefreshVerdicts does the same for a job that is about no period: what it found
// now stands for every time before.
func (db *DB) SetRefreshVerdicts(ctx context.Context, run transform.Run, job, day string, closed []Verdict) error {
	return db.verdicts(ctx, run, job, day, closed, func(s session) error {
		_, err := s.exec(ctx, "verdict-clear-report", job)
		return err
	})
}

func (db *DB) verdicts(ctx context.Context, run transform.Run, report, period string, closed []Verdict, empty func(session) error) error {
	err := db.writeFor(ctx, run, func(s session) error {
		if err := empty(s); err != nil {
			return err
		}
		for _, v := range closed {
			v.Report, v.Period, v.Run = report, period, run
			v.Words, v.Detail = readable(v.Words), readable(v.Detail)
			if err := s.put(ctx, "verdict-set", v); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("write down the gates of %s %s: %w", report, period, err)
	}
	return nil
}

// Verdicts returns every gate that was closed when its report was last judged, in
// order of reports, periods and gates.
func (db *DB) Verdicts(ctx context.Context) ([]Verdict, error) {
	var all []Verdict
	if err := db.read().list(ctx, &all, "verdict-list"); err != nil {
		return nil, fmt.Errorf("list closed gates: %w", err)
	}
	return all, nil
}

// FigurePast returns what the accepted editions of a report said of one key figure,
// by period.
func (db *DB) FigurePast(ctx context.Context, report string, scope transform.Scope, name string) (map[string]string, error) {
	var rows []struct{ Period, Value string }
	if err := db.read().list(ctx, &rows, "figures-past", report, scope.Territory, scope.Rep, name); err != nil {
		return nil, fmt.Errorf("recall %s of %s: %w", name, report, err)
	}
	past := make(map[string]string, len(rows))
	for _, r := range rows {
		past[r.Period] = r.Value
	}
	return past, nil
}
