package state

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"

	"clientele/extract"
	"clientele/transform"
)

// A Decision is a person's word on two records, with the runs it held for.
type Decision struct {
	transform.Decision
	Number int64 // by which people name it; never given twice
	At     extract.Instant
	From   transform.Run
	To     transform.Run // zero while it holds
}

type decisionRow struct {
	ASource  string         `db:"a_source"`
	AID      string         `db:"a_id"`
	BSource  string         `db:"b_source"`
	BID      string         `db:"b_id"`
	FromRun  transform.Run  `db:"from_run"`
	ToRun    *transform.Run `db:"to_run"`
	Kind     string
	Who, Why string
	At       extract.Instant
	Number   int64
}

func (r decisionRow) pair() []any { return []any{r.ASource, r.AID, r.BSource, r.BID} }

// ordered writes a decision with the smaller record first: A and B are B and A.
func ordered(d transform.Decision) (decisionRow, error) {
	a, b := d.A, d.B
	switch {
	case d.Kind != transform.MustLink && d.Kind != transform.CannotLink:
		return decisionRow{}, fmt.Errorf("kind %q: want %s or %s", d.Kind, transform.MustLink, transform.CannotLink)
	case a.Source == "" || a.ID == "" || b.Source == "" || b.ID == "":
		return decisionRow{}, errors.New("name both records by source and id")
	case a == b:
		return decisionRow{}, errors.New("both records are the same one")
	case b.Source < a.Source || b.Source == a.Source && b.ID < a.ID:
		a, b = b, a
	}
	return decisionRow{ASource: a.Source, AID: a.ID, BSource: b.Source, BID: b.ID, Kind: d.Kind, Who: d.Who, Why: d.Why}, nil
}

// SaveDecisions adds people's words, all or none, and returns how many were new.
// A word that holds already is left as it was; the opposite word replaces it.
func (db *DB) SaveDecisions(ctx context.Context, run transform.Run, now extract.Instant, ds []transform.Decision) (added int, err error) {
	err = db.writeFor(ctx, run, func(s session) error {
		added = 0
		for _, d := range ds {
			is, err := s.decide(ctx, run, now, d)
			if err != nil {
				return fmt.Errorf("%s and %s: %w", d.A, d.B, err)
			}
			if is {
				added++
			}
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("save decisions: %w", err)
	}
	return added, nil
}

func (s session) decide(ctx context.Context, run transform.Run, now extract.Instant, d transform.Decision) (bool, error) {
	row, err := ordered(d)
	if err != nil {
		return false, err
	}
	var old decisionRow
	found, err := s.get(ctx, &old, "decision-get", row.pair()...)
	switch {
	case err != nil || found && old.Kind == row.Kind:
		return false, err
	case found && old.FromRun == run:
		return false, errors.New("decided both ways in one run; say which holds")
	case found:
		if _, err := s.exec(ctx, "decision-close", append([]any{run}, row.pair()...)...); err != nil {
			return false, err
		}
	}
	row.FromRun, row.At, row.Who, row.Why = run, now, readable(row.Who), readable(row.Why)
	if _, err := s.get(ctx, &row.Number, "decision-highest"); err != nil {
		return false, err
	}
	row.Number++
	return true, s.put(ctx, "decision-insert", row)
}

// Withdraw ends the word on two records, so that the rules decide again. It
// reports whether there was one.
func (db *DB) Withdraw(ctx context.Context, run transform.Run, a, b extract.Ref) (bool, error) {
	var n int64
	err := db.writeFor(ctx, run, func(s session) error {
		row, err := ordered(transform.Decision{Kind: transform.MustLink, A: a, B: b})
		if err != nil {
			return err
		}
		n, err = s.exec(ctx, "decision-close", append([]any{run}, row.pair()...)...)
		return err
	})
	if err != nil {
		return false, fmt.Errorf("withdraw the decision on %s and %s: %w", a, b, err)
	}
	return n > 0, nil
}

// Decisions returns the words that hold, or held at a past run, in order of their
// records. Run zero is now.
func (db *DB) Decisions(ctx context.Context, at transform.Run) ([]Decision, error) {
	var rows []decisionRow
	var err error
	if at == 0 {
		err = db.read().list(ctx, &rows, "decision-current")
	} else {
		err = db.read().list(ctx, &rows, "decision-at", at, at)
	}
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	all := make([]Decision, len(rows))
	for i, r := range rows {
		all[i] = r.decision()
	}
	return all, nil
}

func (r decisionRow) decision() Decision {
	d := Decision{Decision: transform.Decision{
		Kind: r.Kind, A: extract.Ref{Source: r.ASource, ID: r.AID}, B: extract.Ref{Source: r.BSource, ID: r.BID}, Who: r.Who, Why: r.Why,
	}, Number: r.Number, At: r.At, From: r.FromRun}
	if r.ToRun != nil {
		d.To = *r.ToRun
	}
	return d
}

// Digest returns 64 hexadecimal characters for decisions as Decisions returns them.
// It is equal exactly when the same words hold, whenever they were given.
func Digest(ds []Decision) string {
	h := sha256.New()
	for _, d := range ds {
		for _, text := range []string{d.Kind, d.A.Source, d.A.ID, d.B.Source, d.B.ID, d.Who, d.Why} {
			h.Write([]byte(strconv.Itoa(len(text)) + ":" + text))
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
