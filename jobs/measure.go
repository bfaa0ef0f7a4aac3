package jobs

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"clientele/jobs/gates"
	"clientele/transform"
	"clientele/transform/metrics"
	"clientele/transform/warehouse"
)

// Measured is the figures of one period and what they were computed from.
type Measured struct {
	Snapshot warehouse.Snapshot
	Coverage []transform.Coverage
	Control  []transform.Check // rows and money from the sources to the figures
	Scopes   []transform.Scope // the whole company first
	Results  []*metrics.Results
	Verdicts *[]gates.Verdict // what was looked at before anything is sent; nil if nobody looked yet

	dealt dealt
	from  transform.Run // that computed them, where this one did not
}

// dealt counts what the fold dealt out; it is kept with the figures, so that control
// totals can be held for whatever snapshot the figures are used for.
type dealt struct {
	Read  []warehouse.Tally // rows that held
	Later []warehouse.Tally // of these, dated on or after the as-of day
}

// of returns the figures of a scope that was measured.
func (m Measured) of(s transform.Scope) *metrics.Results {
	return m.Results[slices.Index(m.Scopes, s)]
}

// checks lists everything that has to tie.
func (m Measured) checks() []transform.Check {
	out := slices.Clone(m.Control)
	for _, r := range m.Results {
		out = append(out, r.Checks...)
	}
	return out
}

// measure returns the figures of a period as of a snapshot, and renews the table that
// other programs read.
func (d *Director) measure(ctx context.Context, run transform.Run, snapshot warehouse.Snapshot, period transform.Period, also ...transform.Scope) (Measured, error) {
	m, err := d.figures(ctx, run, snapshot, period, also...)
	if err != nil {
		return m, err
	}
	if latest, _, err := d.Warehouse.Latest(ctx); err != nil || latest != snapshot.Run {
		return m, err // who looks back leaves the table of now alone
	}
	return m, d.publishCustomers(ctx, run, d.measureKey(snapshot, period, m.Scopes), m)
}

// figures returns the figures of a period as of a snapshot: stored ones where the
// same were computed before, else by folding every history once.
func (d *Director) figures(ctx context.Context, run transform.Run, snapshot warehouse.Snapshot, period transform.Period, also ...transform.Scope) (Measured, error) {
	m := Measured{Snapshot: snapshot, Scopes: d.scopes(also)}
	var err error
	if m.Coverage, err = d.Warehouse.CoverageAt(ctx, snapshot.Run); err != nil {
		return m, err
	}
	key := d.measureKey(snapshot, period, m.Scopes)
	kept, found, err := d.Warehouse.Measure(ctx, key)
	if err != nil {
		return m, err
	}
	if found {
		m.from = kept.Run
		err = d.recall(ctx, &m, kept)
	} else if err = d.fold(ctx, &m, period); err == nil {
		err = d.keep(ctx, run, key, m)
	}
	if err != nil {
		return m, err
	}
	m.Control = append(control(m.Coverage, m.dealt), handedOver(m.dealt, m.Results[0].Data)...)
	return m, nil
}

// measureKey names everything that figures are computed from.
func (d *Director) measureKey(s warehouse.Snapshot, period transform.Period, scopes []transform.Scope) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", []any{
		s.Digest, s.Links, d.matcher().Version(), period.Kind, period.From, period.To, scopes, d.Settings, d.Code, d.Build,
	}))
	return hex.EncodeToString(sum[:])
}

// scopes lists the whole company, then every scope that a recipient has or that is
// asked for, in order.
func (d *Director) scopes(also []transform.Scope) []transform.Scope {
	out := append([]transform.Scope{{}}, also...)
	for _, r := range d.Reports {
		for _, to := range r.Recipients {
			out = append(out, to.Scope)
		}
	}
	slices.SortFunc(out, func(a, b transform.Scope) int {
		return cmp.Or(cmp.Compare(a.Territory, b.Territory), cmp.Compare(a.Rep, b.Rep))
	})
	return slices.Compact(out)
}

// fold reads the snapshot once and computes every metric.
func (d *Director) fold(ctx context.Context, m *Measured, period transform.Period) (err error) {
	d.Progress.At("deal documents out to customers", 0)
	ledger, err := d.Warehouse.Ledger(ctx, m.Snapshot.Run)
	if err != nil {
		return err
	}
	fold, err := d.Warehouse.Histories(ctx, m.Snapshot.Run, period.To, d.Company.Zone)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, fold.Close()) }()
	set := metrics.New(period, ledger, d.Rules)
	if err := d.foldBuckets(ctx, set, fold); err != nil {
		return err
	}
	if err := set.Finish(); err != nil {
		return err
	}
	for _, scope := range m.Scopes {
		m.Results = append(m.Results, leftOut(set.Results(scope), fold))
	}
	m.dealt = dealt{Read: fold.Read, Later: fold.Later}
	d.Log.Info("measured", "customers", fold.Customers, "period", period.Key())
	return nil
}

// foldBuckets folds buckets side by side, each into its own part, and merges the
// parts in the order of the buckets: the outcome is the same on any machine.
func (d *Director) foldBuckets(ctx context.Context, set *metrics.Set, fold *warehouse.Fold) error {
	parts := make([]*metrics.Set, fold.Buckets())
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range parts {
		parts[i] = set.Part()
		group.Go(func() error {
			_, err := d.caught(func() (any, error) { return nil, d.foldBucket(ctx, parts[i], fold, i) }, "bucket", i)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for _, part := range parts {
		set.Merge(part)
	}
	return nil
}

func (d *Director) foldBucket(ctx context.Context, part *metrics.Set, fold *warehouse.Fold, i int) error {
	n := int64(0)
	for h, err := range fold.Bucket(i) {
		if err == nil {
			err = errors.Join(ctx.Err(), part.Add(h))
		}
		if err != nil {
			return fmt.Errorf("fold bucket %d: %w", i, err)
		}
		if n++; n%256 == 0 {
			d.Progress.At("measure customers", n)
		}
	}
	return nil
}
