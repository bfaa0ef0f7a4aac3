package warehouse

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"clientele/extract"
	"clientele/transform"
)

// Options say what a read may lose, and what it means.
type Options struct {
	// MaxAside is the largest share of the rows read, from 0 to 1, that may break
	// their contract.
	MaxAside float64
	// MaxVanished is the largest share of the rows kept, from 0 to 1, that may be
	// gone from the source: more looks like a source that was cut off. Up to 20 rows
	// may always go, but never all of them.
	MaxVanished float64
	// Full says that everything there is was read: rows not met are gone. Otherwise
	// rows not met stay, save the lines of a document that was read again.
	Full bool
	// Notes is asked, once the stream has ended, how many numbers the reader rounded
	// and how many texts it cleaned. It may be nil.
	Notes func() (rounded, cleaned int64)
}

// Stage writes all records of one kind of one source, in one call: a kind that is
// read by two selects is one stream. A record may be reused by the reader from step
// to step. An *extract.Reject in the stream is kept aside and counted, with the
// worth of the record that comes with it, if one does; any other error ends the
// refresh.
//
// A row equal to the current one writes nothing; a changed one closes it. The same
// id twice with the same contents is counted as repeated; with different contents
// those with the smallest hash are taken, whatever order they come in, and the others
// are kept aside. So is a row no database could keep: with an id of more than 512
// bytes, a text of 16 MB or one that is no UTF-8. A row that breaks its contract
// no longer holds: what was kept under its id is closed and counted as vanished,
// though not held against MaxVanished. Beyond MaxAside the error is
// ErrTooManyAside, beyond MaxVanished ErrVanished. After any error the refresh can
// only be rolled back.
//
// Of the coverage returned, Amount is of the rows taken, each once, and Newest of
// these and of those whose id came twice.
func (s *Staging) Stage(ctx context.Context, source string, kind extract.Kind, records iter.Seq2[extract.Record, error], o Options) (transform.Coverage, error) {
	in, err := s.take(ctx, source, kind, records, o)
	if err == nil {
		err = in.report(ctx)
	}
	if err != nil {
		return transform.Coverage{}, s.fail(ctx, fmt.Sprintf("stage %s of %s", kind, source), err)
	}
	return in.cov, nil
}

// fail says what went wrong and makes sure that nothing half-written is ever
// committed. A refresh that was cancelled says so, whatever broke because of it.
func (s *Staging) fail(ctx context.Context, deed string, err error) error {
	err = fmt.Errorf("%s: %w", deed, told(ctx, err))
	if s.failed == nil {
		s.failed = err
	}
	return err
}

// take reads a stream to its end and closes what is gone.
func (s *Staging) take(ctx context.Context, source string, kind extract.Kind, records iter.Seq2[extract.Record, error], o Options) (*intake, error) {
	in, err := s.open(source, kind, o)
	if err != nil {
		return nil, err
	}
	defer in.stmts.close()
	for rec, err := range records {
		if err = in.step(ctx, rec, err); err != nil {
			return nil, err
		}
	}
	if err := in.flush(ctx); err != nil {
		return nil, err
	}
	return in, in.finish(ctx)
}

// step takes one row of the stream: a record, or why it is none.
func (in *intake) step(ctx context.Context, rec extract.Record, err error) error {
	var reject *extract.Reject
	if err != nil && !errors.As(err, &reject) {
		return fmt.Errorf("after %d rows: %w", in.cov.Read, err)
	}
	in.cov.Read++
	if err != nil {
		return in.refuse(ctx, *reject)
	}
	return in.add(ctx, rec)
}

// finish judges the read, then closes what is gone and records what is kept.
func (in *intake) finish(ctx context.Context) error {
	if err := in.judgeAside(); err != nil {
		return err
	}
	if err := in.asides.flush(ctx); err != nil {
		return err
	}
	if err := in.closeGone(ctx); err != nil {
		return err
	}
	if in.stock != in.before {
		if err := in.db.saveStock(ctx, in.tx, in.run, in.stock); err != nil {
			return fmt.Errorf("record the digest: %w", err)
		}
	}
	return nil
}

// closeGone closes the rows the source no longer has.
func (in *intake) closeGone(ctx context.Context) error {
	if !in.options.Full {
		return in.replaceDocuments(ctx)
	}
	gone := in.before.kept - in.met
	if !in.unpublished { // before the sweep: it takes long
		if err := in.judgeGone(ctx, gone); err != nil {
			return err
		}
	}
	if gone > 0 {
		if err := in.sweep(ctx, func(r current) (bool, error) { return !in.seen.has(r.seq), nil }); err != nil {
			return err
		}
	}
	if in.unpublished {
		return in.judgeGone(ctx, gone)
	}
	return nil
}
