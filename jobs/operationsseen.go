package jobs

import (
	"context"
	"slices"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/warehouse"
)

// mostLookedAt bounds how many rows kept aside by earlier refreshes are looked at to say
// since when rows are rejected.
const mostLookedAt = 2_000_000

// A rejectedKey is what a row is known by from one refresh to the next.
type rejectedKey struct {
	source string
	kind   extract.Kind
	id     string
}

// seenOf says of each rejected row since which of the refreshes in a row it is rejected,
// and how many they are. Rows without a key of their own are not known again.
func (d *Director) seenOf(ctx context.Context, m Measured, out *pages.Operations) error {
	rows := map[rejectedKey][]*pages.RejectedRow{}
	for i := range out.Rejects {
		r := &out.Rejects[i]
		if !r.Keyed() {
			continue
		}
		r.First, r.Times = m.Snapshot.At.Day(d.Company.Zone), 1
		k := rejectedKey{r.Source, r.Kind, r.ID}
		rows[k] = append(rows[k], r)
	}
	all, err := d.Warehouse.Snapshots(ctx)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(s warehouse.Snapshot) bool { return s.Run >= m.Snapshot.Run })
	left := mostLookedAt
	for _, s := range slices.Backward(all) {
		if len(rows) == 0 {
			return nil
		}
		if rows, err = d.seenIn(ctx, s.Run, rows, &left); err != nil {
			return err
		}
		for _, same := range rows {
			for _, r := range same {
				if r.Times++; left > 0 {
					r.First = s.At.Day(d.Company.Zone)
				} else {
					r.First, r.Times = 0, 0 // longer ago than is looked
				}
			}
		}
		if left <= 0 {
			return nil
		}
	}
	return nil
}

// seenIn leaves the rows that a refresh rejected as well, all where no more may be looked
// at.
func (d *Director) seenIn(ctx context.Context, run transform.Run, rows map[rejectedKey][]*pages.RejectedRow, left *int) (map[rejectedKey][]*pages.RejectedRow, error) {
	still := map[rejectedKey][]*pages.RejectedRow{}
	for r, err := range d.Warehouse.AsidesOf(ctx, run) {
		if err != nil {
			return nil, err
		}
		if *left--; *left <= 0 {
			return rows, nil
		}
		k := rejectedKey{r.Source, r.Kind, r.ID}
		if same, is := rows[k]; is {
			still[k] = same
		}
	}
	return still, nil
}
