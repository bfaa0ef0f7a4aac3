package source

import (
	"context"
	"errors"
	"iter"

	"clientele/extract"
)

// A Snapshot is one consistent state of a source, held for reading all its kinds.
// It is for one goroutine, and reads one kind at a time.
type Snapshot struct {
	src   *Source
	view  view
	stats map[extract.Kind]*Stats
	busy  bool
}

var errBusy = errors.New("another kind is still being read from this snapshot")

// Snapshot connects to the source and holds its present state until Close. Errors
// are *Error, and wrap ErrUnreachable where the source does not answer or does
// not let us in.
func (s *Source) Snapshot(ctx context.Context) (*Snapshot, error) {
	v, err := s.store.snapshot(ctx)
	if err != nil {
		return nil, s.fail("connect to", "", err)
	}
	return &Snapshot{src: s, view: v, stats: map[extract.Kind]*Stats{}}, nil
}

// Close lets go of the state.
func (s *Snapshot) Close() error { return s.src.fail("close snapshot of", "", s.view.close()) }

// Stats returns what was changed in the values of a kind so far, in this snapshot.
func (s *Snapshot) Stats(k extract.Kind) Stats {
	if st := s.stats[k]; st != nil {
		return *st
	}
	return Stats{}
}

// Read streams the records of a kind. The record handed over is the same one in
// every step: copy what is to be kept before the next. Its strings stay good.
//
// A row that breaks its contract comes as a nil record with an *extract.Reject,
// and the stream goes on. Any other error, an *Error, is the last thing to come.
func (s *Snapshot) Read(ctx context.Context, k extract.Kind, w Window) iter.Seq2[extract.Record, error] {
	return func(yield func(extract.Record, error) bool) {
		if err := s.read(ctx, k, w, yield); err != nil {
			yield(nil, s.src.fail("read", k, err))
		}
	}
}

// read returns nil at the end, and also when the consumer has had enough.
func (s *Snapshot) read(ctx context.Context, k extract.Kind, w Window, yield func(extract.Record, error) bool) (err error) {
	if s.busy {
		return errBusy
	}
	if _, ok := s.src.opt.Mappings[k]; !ok {
		return hint("map it, or do not ask for it", "this kind is not mapped")
	}
	s.busy = true
	defer func() { s.busy = false }()
	f, err := s.view.read(ctx, k, w)
	if err != nil {
		return err
	}
	stop := false
	defer func() {
		if closed := f.close(); err == nil && !stop {
			err = closed
		}
	}()
	d, err := s.src.newDecoder(k, f.columns(), s.counts(k))
	if err != nil {
		return err
	}
	f.bind(d.ports, &d.row)
	for {
		d.begin()
		more, err := f.next()
		if err != nil || !more {
			return err
		}
		if stop = !yield(d.end(f.place)); stop {
			return nil
		}
	}
}

func (s *Snapshot) counts(k extract.Kind) *Stats {
	if s.stats[k] == nil {
		s.stats[k] = &Stats{}
	}
	return s.stats[k]
}
