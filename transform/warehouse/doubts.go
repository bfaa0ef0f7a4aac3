package warehouse

import (
	"context"
	"errors"
	"fmt"
	"math"

	"clientele/extract"
	"clientele/transform"
)

// A Doubt is two records that a refresh left apart though they may be one customer.
type Doubt struct {
	A, B   extract.Ref
	Bits   float64       // of evidence that they are one customer, to a thousandth
	Reason string        // in words
	Since  transform.Run // the first of the refreshes in a row that doubted; only from DoubtsAt
}

// SaveDoubts replaces the doubtful pairs by those of this refresh, in their order. They
// show with its snapshot.
func (s *Staging) SaveDoubts(ctx context.Context, list []Doubt) error {
	if err := s.saveDoubts(ctx, list); err != nil {
		return s.fail(ctx, "save the doubtful pairs", err)
	}
	return nil
}

func (s *Staging) saveDoubts(ctx context.Context, list []Doubt) error {
	if s.failed != nil || s.done {
		return errors.New("the refresh is over, or an earlier step went wrong")
	}
	if _, err := s.tx.ExecContext(ctx, s.db.sql("drop_doubts")); err != nil {
		return err
	}
	stmts := statements{}
	defer stmts.close()
	put := s.tx.load(stmts, "doubts", doubtColumns())
	for n, d := range list {
		values := []any{n, s.run, d.A.Source, d.A.ID, d.B.Source, d.B.ID, int64(math.Round(1000 * d.Bits)), legible(d.Reason)}
		if err := put.add(ctx, values, func() string { return fmt.Sprintf("doubtful pair %d", n) }); err != nil {
			return err
		}
	}
	if err := put.flush(ctx); err != nil {
		return err
	}
	return s.logDoubts(ctx, list)
}

func doubtColumns() []string {
	return []string{"n", "run", "a_source", "a_id", "b_source", "b_id", "millibits", "reason"}
}

// Doubts returns the doubtful pairs of the newest refresh that kept any, in their
// order, and its run, zero where there are none.
func (db *DB) Doubts(ctx context.Context) ([]Doubt, transform.Run, error) {
	var rows []struct {
		Run       transform.Run
		ASource   string `db:"a_source"`
		AID       string `db:"a_id"`
		BSource   string `db:"b_source"`
		BID       string `db:"b_id"`
		Millibits int64
		Reason    string
	}
	if err := db.Reads.SelectContext(ctx, &rows, db.sql("doubts")); err != nil {
		return nil, 0, fmt.Errorf("read the doubtful pairs: %w", told(ctx, err))
	}
	var run transform.Run
	list := make([]Doubt, len(rows))
	for i, r := range rows {
		run = r.Run
		list[i] = Doubt{A: extract.Ref{Source: r.ASource, ID: r.AID}, B: extract.Ref{Source: r.BSource, ID: r.BID}, Bits: float64(r.Millibits) / 1000, Reason: r.Reason}
	}
	return list, run, nil
}
