package warehouse

import (
	"context"
	"fmt"
	"math"

	"clientele/extract"
	"clientele/transform"
)

// The log of doubtful pairs is appended to on change, as staged rows are: a pair that is
// doubted again by the same evidence writes nothing. So what was to be reviewed after any
// refresh can be asked later, and since when each pair waits.

type loggedDoubt struct {
	ASource   string        `db:"a_source"`
	AID       string        `db:"a_id"`
	BSource   string        `db:"b_source"`
	BID       string        `db:"b_id"`
	From      transform.Run `db:"from_run"`
	Since     transform.Run
	Millibits int64
	Reason    string
}

type doubtKey [2]extract.Ref

func (l loggedDoubt) key() doubtKey {
	return doubtKey{{Source: l.ASource, ID: l.AID}, {Source: l.BSource, ID: l.BID}}
}

func loggedColumns() []string {
	return []string{"a_source", "a_id", "b_source", "b_id", "from_run", "since", "millibits", "reason"}
}

// logDoubts closes pairs that are doubted no more, or by other evidence, and adds those
// that are new or changed.
func (s *Staging) logDoubts(ctx context.Context, list []Doubt) error {
	var open []loggedDoubt
	if err := s.tx.SelectContext(ctx, &open, s.db.sql("open_doubts")); err != nil {
		return err
	}
	now := make(map[doubtKey]loggedDoubt, len(list))
	for _, d := range list {
		l := loggedDoubt{d.A.Source, d.A.ID, d.B.Source, d.B.ID, s.run, s.run, int64(math.Round(1000 * d.Bits)), legible(d.Reason)}
		now[l.key()] = l
	}
	for _, was := range open {
		is, still := now[was.key()]
		if still && is.Millibits == was.Millibits && is.Reason == was.Reason {
			delete(now, was.key())
			continue
		}
		if is.Since = was.Since; still {
			now[was.key()] = is
		}
		if _, err := s.tx.ExecContext(ctx, s.db.sql("close_doubt"), s.run, was.ASource, was.AID, was.BSource, was.BID, was.From); err != nil {
			return err
		}
	}
	return s.addDoubts(ctx, list, now)
}

// addDoubts writes the new rows of the log in the order of the list, each once.
func (s *Staging) addDoubts(ctx context.Context, list []Doubt, fresh map[doubtKey]loggedDoubt) error {
	stmts := statements{}
	defer stmts.close()
	put := s.tx.load(stmts, "doubt_log", loggedColumns())
	for _, d := range list {
		l, is := fresh[doubtKey{d.A, d.B}]
		if !is {
			continue
		}
		delete(fresh, l.key())
		values := []any{l.ASource, l.AID, l.BSource, l.BID, l.From, l.Since, l.Millibits, l.Reason}
		if err := put.add(ctx, values, func() string { return fmt.Sprintf("doubtful pair %s, %s", d.A.Named(), d.B.Named()) }); err != nil {
			return err
		}
	}
	return put.flush(ctx)
}

// DoubtsAt returns the doubtful pairs as they were after a run, the likeliest first. Those
// of refreshes by a release that kept no log are not there, but for the newest.
func (db *DB) DoubtsAt(ctx context.Context, run transform.Run) ([]Doubt, error) {
	last, of, err := db.Doubts(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := db.logged(ctx, run)
	if of == run {
		return waiting(last, rows), err
	}
	list := make([]Doubt, len(rows))
	for i, r := range rows {
		list[i] = Doubt{A: r.key()[0], B: r.key()[1], Bits: float64(r.Millibits) / 1000, Reason: r.Reason, Since: r.Since}
	}
	return list, err
}

func (db *DB) logged(ctx context.Context, run transform.Run) ([]loggedDoubt, error) {
	var rows []loggedDoubt
	if err := db.Reads.SelectContext(ctx, &rows, db.sql("doubts_at"), run, run); err != nil {
		return nil, fmt.Errorf("read the doubtful pairs of run %d: %w", run, told(ctx, err))
	}
	return rows, nil
}

// waiting adds since when the pairs of the newest refresh wait, as far as the log knows.
func waiting(list []Doubt, log []loggedDoubt) []Doubt {
	since := make(map[doubtKey]transform.Run, len(log))
	for _, r := range log {
		since[r.key()] = r.Since
	}
	for i := range list {
		list[i].Since = since[doubtKey{list[i].A, list[i].B}]
	}
	return list
}
