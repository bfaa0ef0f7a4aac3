package state

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"clientele/extract"
	"clientele/transform"
)

// A FieldDecision is a person's word on a field of a customer, with the runs it held for.
type FieldDecision struct {
	transform.FieldDecision
	Number int64         // by which people name it, among the numbers of all decisions
	Since  transform.Run // in which it was said
	Until  transform.Run // in which it ended; zero while it holds
}

type fieldRow struct {
	Number     int64
	Source, ID string
	Field      string
	FromSource string `db:"from_source"`
	FromID     string `db:"from_id"`
	Value      string
	FromRun    transform.Run  `db:"from_run"`
	ToRun      *transform.Run `db:"to_run"`
	Who, Why   string
	At         extract.Instant
}

// SaveFieldDecisions adds people's words on fields, all or none, and returns how many
// were new. A word that holds already is left as it was; another word on the same
// field of the same record replaces it.
func (db *DB) SaveFieldDecisions(ctx context.Context, run transform.Run, now extract.Instant, ds []transform.FieldDecision) (added int, err error) {
	err = db.writeFor(ctx, run, func(s session) error {
		added = 0
		for _, d := range ds {
			is, err := s.decideField(ctx, run, now, d)
			if err != nil {
				return fmt.Errorf("%s of %s: %w", d.Field, d.Record, err)
			}
			if is {
				added++
			}
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("save decisions on fields: %w", err)
	}
	return added, nil
}

func (s session) decideField(ctx context.Context, run transform.Run, now extract.Instant, d transform.FieldDecision) (bool, error) {
	if err := wordOnField(d); err != nil {
		return false, err
	}
	d.Value = readable(d.Value)
	var old fieldRow
	found, err := s.get(ctx, &old, "field-get", d.Record.Source, d.Record.ID, d.Field)
	switch {
	case err != nil || found && old.Value == d.Value && old.decision().From == d.From:
		return false, err
	case found && old.FromRun == run:
		return false, errors.New("decided two ways in one run; say which holds")
	case found:
		if _, err := s.exec(ctx, "field-close", run, old.Number); err != nil {
			return false, err
		}
	}
	row := fieldRow{
		Source: d.Record.Source, ID: d.Record.ID, Field: d.Field, FromSource: d.From.Source, FromID: d.From.ID, Value: d.Value,
		FromRun: run, Who: readable(d.Who), Why: readable(d.Why), At: now,
	}
	if _, err := s.get(ctx, &row.Number, "decision-highest"); err != nil {
		return false, err
	}
	row.Number++
	return true, s.put(ctx, "field-insert", row)
}

func wordOnField(d transform.FieldDecision) error {
	from := d.From.Source != "" && d.From.ID != ""
	switch {
	case d.Record.Source == "" || d.Record.ID == "":
		return errors.New("name a record of the customer by source and id")
	case d.Field == "" || len(d.Field) > 64:
		return errors.New("name a field or group of the customer table")
	case from == (d.Value != ""):
		return errors.New("give either the value, or the record to take it from by source and id")
	}
	return nil
}

// FieldDecisions returns the words on fields that hold, or held at a past run, in order
// of their numbers. Run zero is now.
func (db *DB) FieldDecisions(ctx context.Context, at transform.Run) ([]FieldDecision, error) {
	if at == 0 {
		return db.fieldList(ctx, "field-current")
	}
	return db.fieldList(ctx, "field-at", at, at)
}

// AllFieldDecisions returns every word ever given on a field, in order of their numbers.
func (db *DB) AllFieldDecisions(ctx context.Context) ([]FieldDecision, error) {
	return db.fieldList(ctx, "field-all")
}

func (db *DB) fieldList(ctx context.Context, query string, args ...any) ([]FieldDecision, error) {
	var rows []fieldRow
	if err := db.read().list(ctx, &rows, query, args...); err != nil {
		return nil, fmt.Errorf("read decisions on fields: %w", err)
	}
	all := make([]FieldDecision, len(rows))
	for i, r := range rows {
		all[i] = r.decision()
	}
	return all, nil
}

func (r fieldRow) decision() FieldDecision {
	d := FieldDecision{FieldDecision: transform.FieldDecision{
		Record: extract.Ref{Source: r.Source, ID: r.ID}, Field: r.Field, From: extract.Ref{Source: r.FromSource, ID: r.FromID},
		Value: r.Value, At: r.At, Who: r.Who, Why: r.Why,
	}, Number: r.Number, Since: r.FromRun}
	if r.ToRun != nil {
		d.Until = *r.ToRun
	}
	return d
}

// DigestWith returns what Digest does for decisions together with words on fields: the
// same where there are none of these.
func DigestWith(ds []Decision, fields []FieldDecision) string {
	if len(fields) == 0 {
		return Digest(ds)
	}
	h := sha256.New()
	io.WriteString(h, Digest(ds))
	for _, f := range fields {
		for _, text := range []string{f.Record.Source, f.Record.ID, f.Field, f.From.Source, f.From.ID, f.Value, f.Who, f.Why} {
			fmt.Fprintf(h, "%d:%s", len(text), text)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
