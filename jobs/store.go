package jobs

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
	"clientele/transform/warehouse"
)

// dealtBlob is the name the tallies of the fold are stored under.
const dealtBlob = "dealt"

// keep stores what was measured: a blob per scope and metric, and one row per
// customer, which all scopes share.
func (d *Director) keep(ctx context.Context, run transform.Run, key string, m Measured) error {
	text, err := json.Marshal(m.dealt)
	if err != nil {
		return fmt.Errorf("keep the tallies of the fold: %w", err)
	}
	measure := warehouse.Measure{Key: key, Run: run, Blobs: []warehouse.Blob{{Name: dealtBlob, Body: text}}}
	for i, r := range m.Results {
		blobs, err := r.Marshal()
		if err != nil {
			return err
		}
		for _, b := range blobs {
			measure.Blobs = append(measure.Blobs, warehouse.Blob{Name: strconv.Itoa(i) + "/" + b.Name, Body: b.Body})
		}
	}
	if err := d.Warehouse.SaveMeasure(ctx, measure, rowsOf(m.Results[0].Rows)); err != nil {
		return err
	}
	return d.forget(ctx)
}

// measuresKept is how many sets of figures stay in the warehouse: enough for the
// reports and reruns of some periods. Older ones are computed again when asked for.
const measuresKept = 12

func (d *Director) forget(ctx context.Context) error {
	keys, err := d.Warehouse.Measures(ctx)
	if err != nil {
		return err
	}
	for _, key := range keys[:max(len(keys)-measuresKept, 0)] {
		if err := d.Warehouse.DropMeasure(ctx, key); err != nil {
			return err
		}
	}
	return nil
}

func rowsOf(rows []*transform.Figures) iter.Seq2[warehouse.Row, error] {
	return func(yield func(warehouse.Row, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// recall reads back what was measured before.
func (d *Director) recall(ctx context.Context, m *Measured, kept warehouse.Measure) error {
	var rows []*transform.Figures
	for r, err := range warehouse.MeasureRows[transform.Figures](ctx, d.Warehouse, kept.Key) {
		if err != nil {
			return err
		}
		row := *r
		rows = append(rows, &row)
	}
	parts := make([][]metrics.Blob, len(m.Scopes))
	for _, b := range kept.Blobs {
		at, name, scoped := strings.Cut(b.Name, "/")
		if !scoped {
			if err := json.Unmarshal(b.Body, &m.dealt); err != nil {
				return fmt.Errorf("recall the tallies of the fold: %w", err)
			}
			continue
		}
		i, err := strconv.Atoi(at)
		if err != nil || i >= len(parts) {
			return fmt.Errorf("recall figures: there is no scope %q", at)
		}
		parts[i] = append(parts[i], metrics.Blob{Name: name, Body: b.Body})
	}
	for _, blobs := range parts {
		r, err := metrics.Load(blobs, rows)
		if err != nil {
			return err
		}
		m.Results = append(m.Results, r)
	}
	return nil
}

// publishedFrom remembers the figures the table for other readers was made of.
const publishedFrom = "customers_current.measure"

// publishCustomers renews the customer table that other programs read, unless it
// shows these very figures, or a later day: restating the past leaves it alone.
func (d *Director) publishCustomers(ctx context.Context, run transform.Run, key string, m Measured) error {
	asOf := m.Results[0].Period.To
	shown, err := d.Warehouse.PublishedAsOf(ctx)
	if err != nil || shown > asOf.String() {
		return err
	}
	from, _, err := d.State.Meta(ctx, publishedFrom)
	if err != nil || (shown != "" && from == key) {
		return err
	}
	former, err := d.former(ctx, m.Snapshot.Run)
	if err != nil {
		return err
	}
	if err := d.Warehouse.PublishCustomers(ctx, run, asOf, d.public(ctx, m), former...); err != nil {
		return err
	}
	return d.State.SetMeta(ctx, publishedFrom, key)
}

// public joins golden records with their figures; both come in order of id.
func (d *Director) public(ctx context.Context, m Measured) iter.Seq2[*warehouse.PublicCustomer, error] {
	return func(yield func(*warehouse.PublicCustomer, error) bool) {
		rows := m.Results[0]
		for c, err := range d.Warehouse.Customers(ctx, m.Snapshot.Run) {
			if err != nil {
				yield(nil, err)
				return
			}
			p := warehouse.PublicCustomer{Customer: *c}
			if f := rows.Row(c.ID); f != nil {
				fill(&p, f)
			}
			if !yield(&p, nil) {
				return
			}
		}
	}
}

func fill(p *warehouse.PublicCustomer, f *transform.Figures) {
	p.RFMSegment, p.NetRevenue, p.NetProfit, p.Risk = f.RFMSegment, extract.Some(f.Revenue), f.Net, f.Risk
	p.LifetimeValue = f.Ahead
	p.Flags = strings.Fields(f.Flags)
}
