package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/jmoiron/sqlx"

	"clientele/extract"
	"clientele/transform"
)

// A Reading is what a refresh read of all sources, staged and committed, before it
// was known who is who. Nobody sees it: rows show by the snapshot that is made of
// them. A refresh that dies afterwards can be gone on with from here.
type Reading struct {
	Run     transform.Run
	At      extract.Instant // when it began to read
	State   string
	Digest  string // of the staged rows
	Sources string // what was read and how, as the reader names it
}

// What becomes of a reading.
const (
	reading   = "read"
	abandoned = "abandoned" // the sources were read anew before it was published
)

// Pending returns the reading that waits to be published, false where none does.
func (db *DB) Pending(ctx context.Context) (Reading, bool, error) {
	r, ok, err := db.latestReading(ctx, db.Reads)
	if err != nil {
		return r, false, fmt.Errorf("look for a reading that was not published: %w", told(ctx, err))
	}
	return r, ok && r.State == reading, nil
}

func (db *DB) latestReading(ctx context.Context, q sqlx.QueryerContext) (Reading, bool, error) {
	var r Reading
	err := sqlx.GetContext(ctx, q, &r, db.sql("latest_reading"))
	if errors.Is(err, sql.ErrNoRows) {
		return r, false, nil
	}
	return r, err == nil, err
}

// Keep commits what was read, so that it need not be read again whatever happens
// next, and goes on with links and customers in a transaction of their own. Sources
// says what was read and how; whoever resumes compares it. Before Commit nobody sees
// what is kept; a reading kept before it is abandoned, its rows are taken for what
// the sources said then.
func (s *Staging) Keep(ctx context.Context, sources string) error {
	if s.failed != nil {
		return errors.Join(fmt.Errorf("keep the reading of refresh %d: an earlier step went wrong: %w", s.run, s.failed), s.Rollback())
	}
	err := s.keep(ctx, sources)
	if err == nil {
		err = s.goOn(ctx)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("keep the reading of refresh %d: %w", s.run, told(ctx, err)), s.Rollback())
	}
	return nil
}

func (s *Staging) keep(ctx context.Context, sources string) error {
	if err := s.abandon(ctx); err != nil {
		return err
	}
	list, err := s.db.stocks(ctx, s.tx, s.run)
	if err != nil {
		return err
	}
	s.reading = Reading{Run: s.run, At: s.at, State: reading, Digest: digest(list, isStaged), Sources: sources}
	if _, err := s.tx.ExecContext(ctx, s.db.sql("save_reading"), s.run, s.at, s.reading.Digest, sources); err != nil {
		return err
	}
	return s.tx.Commit()
}

// goOn begins the second half of a refresh in a transaction of its own.
func (s *Staging) goOn(ctx context.Context) error {
	tx, err := s.db.hold(ctx)
	if err != nil {
		return err
	}
	s.tx = tx
	last, _, err := s.db.latestReading(ctx, tx)
	if err == nil && (last.Run != s.reading.Run || last.State != reading) {
		err = fmt.Errorf("run %d has read the sources since: what run %d read is published no more", last.Run, s.reading.Run)
	}
	return err
}

// abandon gives up readings nobody has published; coverage is of what was used.
func (s *Staging) abandon(ctx context.Context) error {
	for _, q := range []string{"drop_abandoned_coverage", "drop_abandoned_asides", "readings_abandoned"} {
		if _, err := s.tx.ExecContext(ctx, s.db.sql(q)); err != nil {
			return err
		}
	}
	return nil
}

// Resume takes up a refresh where its reading was kept, on behalf of another run:
// what is left is to save links and customers and to commit.
func (db *DB) Resume(ctx context.Context, run transform.Run, from Reading) (*Staging, error) {
	if !db.staging.CompareAndSwap(false, true) {
		return nil, ErrBusy
	}
	s, err := db.resume(ctx, run, from)
	if err != nil {
		db.staging.Store(false)
		return nil, fmt.Errorf("go on with the reading of run %d: %w", from.Run, err)
	}
	return s, nil
}

func (db *DB) resume(ctx context.Context, run transform.Run, from Reading) (*Staging, error) {
	s := &Staging{db: db, run: run, at: from.At, stocks: map[origin]stock{}, read: map[origin]*intake{}, reading: from}
	err := s.goOn(ctx)
	if err == nil {
		err = s.load(ctx)
	}
	if err == nil {
		err = s.passOn(ctx)
	}
	if err != nil && s.tx != nil {
		err = errors.Join(told(ctx, err), s.tx.undo())
	}
	return s, err
}

// passOn makes the account of what was read that of the run that publishes it.
func (s *Staging) passOn(ctx context.Context) error {
	for _, q := range []string{"pass_on_coverage", "pass_on_asides"} {
		if _, err := s.tx.ExecContext(ctx, s.db.sql(q), s.run, s.reading.Run); err != nil {
			return err
		}
	}
	return nil
}

// Coverage returns what became of the rows read, in order of source and kind.
func (s *Staging) Coverage(ctx context.Context) ([]transform.Coverage, error) {
	var list []transform.Coverage
	if err := s.tx.SelectContext(ctx, &list, s.db.sql("coverage"), s.run); err != nil {
		return nil, fmt.Errorf("read coverage of run %d: %w", s.run, told(ctx, err))
	}
	return list, nil
}

// Unread lists the sources and kinds of which rows are kept and that this refresh has
// not read, in order.
func (s *Staging) Unread() []Origin {
	var list []Origin
	for o, k := range s.stocks { // sorted below
		if isStaged(k) && k.kept > 0 && s.read[o] == nil {
			list = append(list, Origin{o.source, o.kind})
		}
	}
	slices.SortFunc(list, byOrigin)
	return list
}
