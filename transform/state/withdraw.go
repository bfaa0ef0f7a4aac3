package state

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// ErrNoDecision means that no decision has the number.
var ErrNoDecision = errors.New("there is no such decision")

// ErrOver means that a decision holds no more: it was withdrawn, or another replaced it.
var ErrOver = errors.New("it holds no more")

// A Withdrawal is a person's word that a decision holds no more.
type Withdrawal struct {
	Number   int64 // of the decision
	Run      transform.Run
	Who, Why string
	At       extract.Instant
}

// WithdrawDecision ends a decision by its number, so that the rules decide again, and
// keeps who said so and why. Of a number that was never given it is ErrNoDecision, of
// one that holds no more ErrOver.
func (db *DB) WithdrawDecision(ctx context.Context, w Withdrawal) (Decision, error) {
	var row decisionRow
	err := db.withdraw(ctx, w, "decision-end", func(s session) (over, found bool, err error) {
		row = decisionRow{}
		found, err = s.get(ctx, &row, "decision-numbered", w.Number)
		return row.ToRun != nil, found && w.Number > 0, err
	})
	if err == nil {
		row.ToRun = &w.Run
	}
	return row.decision(), err
}

// WithdrawFieldDecision does the same for a word on a field.
func (db *DB) WithdrawFieldDecision(ctx context.Context, w Withdrawal) (FieldDecision, error) {
	var row fieldRow
	err := db.withdraw(ctx, w, "field-close", func(s session) (over, found bool, err error) {
		row = fieldRow{}
		found, err = s.get(ctx, &row, "field-numbered", w.Number)
		return row.ToRun != nil, found, err
	})
	if err == nil {
		row.ToRun = &w.Run
	}
	return row.decision(), err
}

// withdraw ends what is looked up, by the query that closes it.
func (db *DB) withdraw(ctx context.Context, w Withdrawal, closing string, look func(session) (over, found bool, err error)) error {
	w.Who, w.Why = readable(w.Who), readable(w.Why)
	err := db.writeFor(ctx, w.Run, func(s session) error {
		over, found, err := look(s)
		switch {
		case err != nil:
			return err
		case !found:
			return ErrNoDecision
		case over:
			return ErrOver
		}
		if _, err := s.exec(ctx, closing, w.Run, w.Number); err != nil {
			return err
		}
		return s.put(ctx, "withdrawal-insert", w)
	})
	if err != nil {
		return fmt.Errorf("withdraw decision %d: %w", w.Number, err)
	}
	return nil
}

// AllDecisions returns every word ever given, those that hold no more too, in order of
// their numbers.
func (db *DB) AllDecisions(ctx context.Context) ([]Decision, error) {
	var rows []decisionRow
	if err := db.read().list(ctx, &rows, "decision-all"); err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	all := make([]Decision, len(rows))
	for i, r := range rows {
		all[i] = r.decision()
	}
	return all, nil
}

// Withdrawals returns every withdrawal, in order of the decisions' numbers.
func (db *DB) Withdrawals(ctx context.Context) ([]Withdrawal, error) {
	var all []Withdrawal
	if err := db.read().list(ctx, &all, "withdrawal-list"); err != nil {
		return nil, fmt.Errorf("read withdrawn decisions: %w", err)
	}
	return all, nil
}
