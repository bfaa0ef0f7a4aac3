package warehouse

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"clientele/extract"
	"clientele/transform"
)

// Buckets is how many parts customers are dealt into. It is fixed, so that results
// do not depend on the machine.
const Buckets = 32

// A Fold is one pass over all documents of a snapshot, dealt out to customers. Each
// fact table was read once, in storage order, into files by ranges of customers;
// memory holds one bucket at a time.
type Fold struct {
	Customers int     // without the unassigned one
	Read      []Tally // rows of each kind and source that held at the run
	Later     []Tally // of these, left out because they are dated on or after the as-of day
	Orphans   []Tally // of these, lines left out because their order is not there
	asOf      transform.Day
	dealt     *dealt
}

// A Tally counts rows of one kind of one source and what they are worth, as mapped.
type Tally struct {
	Source string
	Kind   extract.Kind
	Rows   int64
	Amount transform.Money
}

// folded lists the kinds that make up a history, in the order their records are
// laid down. Lines travel with their order.
func folded() []extract.Kind {
	return []extract.Kind{
		customerKind, extract.Orders, extract.Invoices, extract.Payments, extract.Shipments, extract.Returns, extract.Tickets,
		extract.Enquiries, extract.Surveys, extract.Answers, extract.Contracts, extract.Activities, extract.Contacts,
	}
}

// Histories reads the snapshot of a run and deals its documents out to customers.
// Documents dated on or after the as-of day, in the company's zone, are left out and
// counted. Close the fold to free its files.
func (db *DB) Histories(ctx context.Context, at transform.Run, asOf transform.Day, zone *time.Location) (*Fold, error) {
	f, err := db.histories(ctx, at, asOf, zone)
	if err != nil {
		return nil, fmt.Errorf("gather histories of run %d to %s: %w", at, asOf, told(ctx, err))
	}
	return f, nil
}

func (db *DB) histories(ctx context.Context, at transform.Run, asOf transform.Day, zone *time.Location) (*Fold, error) {
	if err := db.need(ctx, at); err != nil {
		return nil, err
	}
	who, err := db.who(ctx, at)
	if err != nil {
		return nil, err
	}
	d, err := newDealt(db.folder, who.count)
	if err != nil {
		return nil, err
	}
	f := &Fold{Customers: who.count, asOf: asOf, dealt: d}
	if err := db.deal(ctx, at, f, pass{db: db, run: at, who: who, dealt: d, asOf: asOf, until: asOf.Start(zone)}); err != nil {
		return nil, errors.Join(err, d.close())
	}
	return f, nil
}

// deal runs one pass a kind, two at a time; each lays down its own records in
// order, and a history keeps kinds apart, so nothing depends on who is faster.
func (db *DB) deal(ctx context.Context, at transform.Run, f *Fold, model pass) error {
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(2)
	passes := make([]pass, len(folded()))
	for i, kind := range folded() {
		p := &passes[i]
		*p = model
		p.kind, p.mark = kind, byte(i)
		group.Go(func() error { return p.through(inner) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	f.gather(passes)
	if err := db.addMissing(ctx, at, f); err != nil {
		return err
	}
	return f.dealt.flush()
}

// gather lists what the passes counted, in the order of kinds and sources.
func (f *Fold) gather(passes []pass) {
	for i := range passes {
		f.Read = append(f.Read, passes[i].read...)
		f.Read = append(f.Read, passes[i].readLines...)
		f.Later = append(f.Later, passes[i].later...)
		f.Later = append(f.Later, passes[i].laterLines...)
		f.Orphans = append(f.Orphans, passes[i].orphans...)
	}
}

// addMissing names the kinds and sources of which rows should be there but none was
// met, so that whoever compares totals meets them too.
func (db *DB) addMissing(ctx context.Context, at transform.Run, f *Fold) error {
	list, err := db.stocks(ctx, db.Reads, at)
	for _, s := range list {
		met := slices.ContainsFunc(f.Read, func(t Tally) bool { return t.Source == s.source && t.Kind == s.kind })
		if !met && s.kept > 0 && isFolded(s.kind) {
			f.Read = append(f.Read, Tally{Source: s.source, Kind: s.kind})
		}
	}
	return err
}

// isFolded reports whether records of a kind stand in histories.
func isFolded(k extract.Kind) bool {
	return k == extract.Lines || (k != customerKind && slices.Contains(folded(), k))
}

// Buckets returns how many buckets there are. Customers are dealt in order of id:
// bucket after bucket, history after history, ids rise.
func (f *Fold) Buckets() int { return Buckets }

// Bucket streams the histories of one bucket, one per customer, also those without
// any document; the first of bucket 0 is that of nobody we know, with an empty id.
// Documents stand in order of source and id. The history is reused from step to
// step: keep what you need of it, not it. Several buckets may be read at once.
func (f *Fold) Bucket(i int) iter.Seq2[*transform.History, error] {
	return func(yield func(*transform.History, error) bool) {
		err := f.dealt.each(i, func(h *transform.History) bool { return yield(h, nil) })
		if err != nil {
			yield(nil, fmt.Errorf("read bucket %d of histories: %w", i, err))
		}
	}
}

// Close removes the fold's files.
func (f *Fold) Close() error { return f.dealt.close() }
