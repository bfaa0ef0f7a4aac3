package warehouse

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

// ErrUnheard says that the server was lost in the very step that makes a refresh
// seen: it may have been written, whole, or not at all.
var ErrUnheard = errors.New("nobody can tell whether the refresh was written: run it again")

// A Staging is one refresh being written: the records of all sources in a first
// transaction, that Keep ends, the links and the customer table in a second; without
// Keep all in one. Nobody sees any of it before Commit. After Rollback, or a kill,
// nothing is left but a reading that was kept. It belongs to one goroutine.
type Staging struct {
	db     *DB
	tx     *txn
	run    transform.Run
	at     extract.Instant
	stocks map[origin]stock
	read   map[origin]*intake // what this refresh has read
	failed error
	done   bool

	shown       transform.Run // the last snapshot, zero before the first
	unpublished bool          // something was read since that is in no snapshot
	reading     Reading       // what was kept
}

// An origin names the records of one kind of one source.
type origin struct {
	source string
	kind   extract.Kind
}

// Begin starts a refresh. Its run number must be above that of every snapshot; at is
// the moment the refresh begins to read its sources.
func (db *DB) Begin(ctx context.Context, run transform.Run, at extract.Instant) (*Staging, error) {
	if !db.staging.CompareAndSwap(false, true) {
		return nil, ErrBusy
	}
	s, err := db.begin(ctx, run, at)
	if err != nil {
		db.staging.Store(false)
		return nil, fmt.Errorf("begin refresh %d: %w", run, err)
	}
	return s, nil
}

func (db *DB) begin(ctx context.Context, run transform.Run, at extract.Instant) (*Staging, error) {
	tx, err := db.hold(ctx)
	if err != nil {
		return nil, err
	}
	s := &Staging{db: db, tx: tx, run: run, at: at, stocks: map[origin]stock{}, read: map[origin]*intake{}}
	if err := s.load(ctx); err != nil {
		return nil, errors.Join(told(ctx, err), tx.undo())
	}
	return s, nil
}

// load reads what the last refresh left.
func (s *Staging) load(ctx context.Context) error {
	var last []Snapshot
	if err := s.tx.SelectContext(ctx, &last, s.db.sql("latest_snapshot")); err != nil {
		return err
	}
	if len(last) > 0 {
		s.shown = last[0].Run
	}
	before, _, err := s.db.latestReading(ctx, s.tx)
	if err != nil {
		return err
	}
	if highest := max(s.shown, before.Run); highest >= s.run {
		return fmt.Errorf("run %d is already in the warehouse: run numbers must rise", highest)
	}
	s.unpublished = before.Run > s.shown
	list, err := s.db.stocks(ctx, s.tx, s.run)
	for _, k := range list {
		s.stocks[origin{k.source, k.kind}] = k
	}
	return err
}

// Commit makes the refresh visible by its row in the table of snapshots. After an
// error of Stage, SaveLinks or SaveCustomers it refuses and rolls back.
func (s *Staging) Commit(ctx context.Context) (Snapshot, error) {
	if s.failed != nil {
		return Snapshot{}, errors.Join(fmt.Errorf("commit refresh %d: an earlier step went wrong: %w", s.run, s.failed), s.Rollback())
	}
	shot, err := s.seal(ctx)
	if err == nil {
		err = unheard(ctx, s.tx.Commit())
	}
	if err != nil {
		return Snapshot{}, errors.Join(fmt.Errorf("commit refresh %d: %w", s.run, told(ctx, err)), s.Rollback())
	}
	s.end()
	return shot, nil
}

// unheard marks the loss of the server in the very step that makes a refresh seen.
func unheard(ctx context.Context, err error) error {
	if err = told(ctx, err); errors.Is(err, store.ErrUnreachable) {
		return fmt.Errorf("%w: %w", ErrUnheard, err)
	}
	return err
}

func (s *Staging) seal(ctx context.Context) (Snapshot, error) {
	list, err := s.db.stocks(ctx, s.tx, s.run)
	if err != nil {
		return Snapshot{}, err
	}
	shot := Snapshot{Run: s.run, At: s.at, Digest: digest(list, isStaged), Links: digest(list, isLink)}
	if i := slices.IndexFunc(list, func(k stock) bool { return k.kind == customerKind }); i >= 0 {
		shot.Customers = list[i].kept
	}
	if _, err = s.tx.ExecContext(ctx, s.db.sql("save_snapshot"), shot.Run, shot.At, shot.Digest, shot.Links, shot.Customers); err != nil {
		return shot, err
	}
	if s.reading.Run == 0 {
		return shot, s.abandon(ctx)
	}
	_, err = s.tx.ExecContext(ctx, s.db.sql("reading_published"), s.reading.Run)
	return shot, err
}

// Digest identifies what was read and kept, as that of the snapshot will.
func (s *Staging) Digest() string { return s.reading.Digest }

// Rollback forgets the refresh, but for a reading that was kept. After Commit or
// another Rollback it does nothing.
func (s *Staging) Rollback() error {
	if s.done {
		return nil
	}
	defer s.end()
	return s.tx.undo()
}

func (s *Staging) end() {
	if !s.done {
		s.done = true
		s.db.staging.Store(false)
	}
}

// Parties streams the parties of all sources as they will be once committed, in
// order of source and id. Finish the stream before writing on.
func (s *Staging) Parties(ctx context.Context) iter.Seq2[*extract.Party, error] {
	return stream[extract.Party](ctx, s.tx, s.db.tables[extract.Parties], s.run)
}
