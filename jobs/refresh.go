package jobs

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"clientele/extract"
	"clientele/extract/source"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// Refreshed is the account of a refresh.
type Refreshed struct {
	Run      transform.Run
	Digest   string
	Coverage []transform.Coverage
	Matched  Matched
}

// Refresh reads every source in one consistent snapshot each, stages what is new,
// and rebuilds the customer table. Either all of it becomes visible or nothing.
func (d *Director) Refresh(ctx context.Context) (Refreshed, error) {
	var out Refreshed
	err := d.record(ctx, state.Run{Job: "refresh", Period: d.today().String(), AsOf: d.today()}, func(ctx context.Context, run transform.Run) (any, error) {
		var err error
		out, err = d.refresh(ctx, run)
		return out, err
	})
	return out, err
}

func (d *Director) refresh(ctx context.Context, run transform.Run) (Refreshed, error) {
	out := Refreshed{Run: run}
	staging, err := d.Warehouse.Begin(ctx, run, d.instant())
	if err != nil {
		return out, err
	}
	defer staging.Rollback()
	if out.Coverage, err = d.stageAll(ctx, staging); err != nil {
		return out, err
	}
	if out.Matched, err = d.match(ctx, run, staging, out.Coverage); err != nil {
		return out, err
	}
	snapshot, err := staging.Commit(ctx)
	out.Digest = snapshot.Digest
	return out, err
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
	closed, err := d.closeUnmapped(ctx, staging, all)
	return append(all, closed...), err
}

// closeUnmapped closes the records that the last refresh read and that no mapping
// reads any more: they would never change again and still be measured from.
func (d *Director) closeUnmapped(ctx context.Context, staging *warehouse.Staging, read []transform.Coverage) ([]transform.Coverage, error) {
	last, found, err := d.Warehouse.Latest(ctx)
	if err != nil || !found {
		return nil, err
	}
	before, err := d.Warehouse.CoverageAt(ctx, last)
	if err != nil {
		return nil, err
	}
	var closed []transform.Coverage
	for _, b := range before {
		again := func(c transform.Coverage) bool { return c.Source == b.Source && c.Kind == b.Kind }
		if b.Kept == 0 || slices.ContainsFunc(read, again) {
			continue
		}
		c, err := staging.Stage(ctx, b.Source, b.Kind, records(nil), warehouse.Options{Full: true, MaxVanished: 1})
		if err != nil {
			return closed, fmt.Errorf("close the %s of %s, which are mapped no more: %w", b.Kind, b.Source, err)
		}
		d.Log.Warn("mapped no more", "source", b.Source, "kind", b.Kind, "vanished", c.Vanished)
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
