package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"clientele/extract"
	"clientele/extract/source"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// Refreshed is the account of a refresh.
type Refreshed struct {
	Run      transform.Run
	Digest   string
	Links    string // digest of who is who
	Coverage []transform.Coverage
	Aside    []pages.Aside // rows kept aside, by reason; of a refresh that was committed
	Matched  Matched
	Resumed  []string // what another run had finished already, and which
	Kept     bool     `json:"-"` // what was read need not be read again, whatever came after
}

// Refresh reads every source in one consistent snapshot each, stages what is new,
// and rebuilds the customer table. Either all of it becomes visible or nothing.
func (d *Director) Refresh(ctx context.Context) (Refreshed, error) {
	return d.RefreshWith(ctx, RefreshOptions{})
}

// RefreshWith is Refresh as whoever starts it asks for it. Where it may resume, what
// another run has read, or even published, is not done again.
func (d *Director) RefreshWith(ctx context.Context, o RefreshOptions) (Refreshed, error) {
	var out Refreshed
	err := d.underLease(ctx, func(ctx context.Context, d *Director) error {
		done, found, err := d.published(ctx, o)
		if out = done; found || err != nil {
			return err
		}
		asked, err := request{Refresh: &o}.text()
		if err != nil {
			return err
		}
		r := state.Run{Job: RefreshJob, Period: d.today().String(), AsOf: d.today(), Asked: asked}
		return d.record(ctx, r, func(ctx context.Context, run transform.Run) (any, error) {
			out, err = d.refresh(ctx, run, o)
			return out, err
		})
	})
	return out, err
}

// refresh goes through the stages. What is read is kept before it is told who is
// who, and its account is written down before it is published: whatever kills it,
// the next one goes on from there.
func (d *Director) refresh(ctx context.Context, run transform.Run, o RefreshOptions) (Refreshed, error) {
	out := Refreshed{Run: run}
	staging, err := d.read(ctx, run, o, &out)
	if staging != nil {
		defer staging.Rollback()
	}
	if err != nil {
		return out, err
	}
	if out.Matched, err = d.match(ctx, run, staging, out.Coverage, o.Accept); err != nil {
		return out, err
	}
	out.Digest = staging.Digest()
	if err := errors.Join(d.account(ctx, run, out), d.State.Stage(ctx, run, stageMatched, d.instant())); err != nil {
		return out, err
	}
	snapshot, err := staging.Commit(ctx)
	if err != nil {
		return out, err
	}
	out.Links = snapshot.Links
	if out.Aside, err = d.asides(ctx, run); err != nil {
		return out, err
	}
	return out, d.State.Stage(ctx, run, stagePublished, d.instant())
}

// account writes down what a run has to tell before it ends, for those who need it
// should it not live to.
func (d *Director) account(ctx context.Context, run transform.Run, account any) error {
	text, err := json.Marshal(account)
	if err != nil {
		return fmt.Errorf("write down run %d: %w", run, err)
	}
	return d.State.Account(ctx, run, string(text))
}

// stageAll stages every source and what stands in the configuration.
func (d *Director) stageAll(ctx context.Context, staging *warehouse.Staging) ([]transform.Coverage, error) {
	var all []transform.Coverage
	for _, s := range d.Sources {
		list, err := d.stageSource(ctx, staging, s)
		all = append(all, list...)
		if err != nil {
			return all, err
		}
	}
	for _, b := range d.Settled {
		c, err := staging.Stage(ctx, b.Source, b.Kind, records(b.Records), warehouse.Options{Full: true, MaxVanished: 1})
		if err != nil {
			return all, fmt.Errorf("stage the %s of the configuration: %w", b.Kind, err)
		}
		if c.Read > 0 || c.Vanished > 0 {
			all = append(all, c)
		}
	}
	closed, err := d.closeUnmapped(ctx, staging)
	return append(all, closed...), err
}

// closeUnmapped closes the records that are kept and that no mapping reads any more:
// they would never change again and still be measured from.
func (d *Director) closeUnmapped(ctx context.Context, staging *warehouse.Staging) ([]transform.Coverage, error) {
	var closed []transform.Coverage
	for _, o := range staging.Unread() {
		c, err := staging.Stage(ctx, o.Source, o.Kind, records(nil), warehouse.Options{Full: true, MaxVanished: 1})
		if err != nil {
			return closed, fmt.Errorf("close the %s of %s, which are mapped no more: %w", o.Kind, o.Source, err)
		}
		d.Log.Warn("mapped no more", "source", o.Source, "kind", o.Kind, "vanished", c.Vanished)
		closed = append(closed, c)
	}
	return closed, nil
}

func (d *Director) stageSource(ctx context.Context, staging *warehouse.Staging, s Source) (list []transform.Coverage, err error) {
	src, err := source.Open(ctx, s.Options)
	if err != nil {
		return nil, err
	}
	defer src.Close()
	snapshot, err := src.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer snapshot.Close()
	for _, kind := range src.Kinds() {
		c, err := staging.Stage(ctx, s.Name, kind, d.watched("read "+s.Name+" "+string(kind), snapshot.Read(ctx, kind, source.Window{})), warehouse.Options{
			MaxAside: s.MaxAside, MaxVanished: s.MaxVanished, Full: true,
			Notes: func() (rounded, cleaned int64) {
				n := snapshot.Stats(kind)
				return n.Rounded, n.Decoded + n.Stripped + n.Cut
			},
		})
		if err != nil {
			return list, gated(err)
		}
		d.Log.Info("staged", "source", s.Name, "kind", kind, "read", c.Read, "added", c.Added, "changed", c.Changed, "aside", c.Aside, "vanished", c.Vanished)
		list = append(list, c)
	}
	return list, nil
}

// gated marks errors of a gate: it stopped the refresh on purpose, so that nothing
// doubtful becomes visible.
func gated(err error) error {
	if errors.Is(err, warehouse.ErrTooManyAside) || errors.Is(err, warehouse.ErrVanished) {
		return fmt.Errorf("%w: %w", ErrStopped, err)
	}
	return err
}

// watched tells the progress how many rows went by.
func (d *Director) watched(stage string, rows iter.Seq2[extract.Record, error]) iter.Seq2[extract.Record, error] {
	return func(yield func(extract.Record, error) bool) {
		n := int64(0)
		for r, err := range rows {
			if n++; n%512 == 0 {
				d.Progress.At(stage, n)
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

func records(list []extract.Record) iter.Seq2[extract.Record, error] {
	return func(yield func(extract.Record, error) bool) {
		for _, r := range list {
			if !yield(r, nil) {
				return
			}
		}
	}
}
