package jobs

import (
	"context"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// operations gathers the account of the refresh that figures were measured from, and what
// happened to ids since an earlier one. Everything in it stays as it is: made again it is
// the same.
func (d *Director) operations(ctx context.Context, m Measured, refreshed Refreshed, since transform.Run, words []state.Decision) (*pages.Operations, error) {
	s := m.Snapshot
	out := &pages.Operations{Run: s.Run, Read: s.At, Since: since, Sources: d.sourceStates(m)}
	for _, c := range m.Coverage {
		out.Aside += c.Aside
	}
	if late := after(m.Results[0].Period); s.At >= late.Start(d.Company.Zone) {
		out.Remarks = append(out.Remarks, fmt.Sprintf("Between the end of the period and %s no refresh is known: this is about the one of %s.",
			(late-1).Time().Format("2 Jan 2006"), s.At.Day(d.Company.Zone).Time().Format("2 Jan 2006")))
	}
	for _, step := range []func(context.Context, Measured, *pages.Operations) error{d.tookOf, d.sinceOf, d.rejectsOf, d.seenOf, d.changesOf} {
		if err := step(ctx, m, out); err != nil {
			return nil, err
		}
	}
	return out, d.doubtsOf(ctx, m, refreshed, words, out)
}

// tookOf measures the refresh from its beginning to its end.
func (d *Director) tookOf(ctx context.Context, m Measured, out *pages.Operations) error {
	run, err := d.State.Run(ctx, m.Snapshot.Run)
	if err == nil && run.Status == state.OK && run.Finished > run.Started {
		out.Took = extract.Some(int64(run.Finished - run.Started))
	}
	out.Still = err == nil && run.Status == state.OK && run.Finished == run.Started
	return err
}

// sinceOf says when the refresh of the last report began to read.
func (d *Director) sinceOf(ctx context.Context, _ Measured, out *pages.Operations) error {
	if out.Since == 0 {
		return nil
	}
	run, err := d.State.Run(ctx, out.Since)
	out.From = run.Started
	return err
}

// sourceStates says how far the records of each source reach.
func (d *Director) sourceStates(m Measured) []pages.SourceState {
	var list []pages.SourceState
	for _, c := range m.Coverage { // in order of source
		if len(list) == 0 || list[len(list)-1].Name != c.Source {
			list = append(list, pages.SourceState{Name: c.Source, Owner: d.ownerOf(c.Source), Limits: d.limitsOf(c.Source, m.Coverage)})
		}
		s := &list[len(list)-1]
		s.Kinds++
		s.Read += c.Read
		s.Aside += c.Aside
		s.Newest = max(s.Newest, c.Newest)
	}
	return slices.DeleteFunc(list, func(s pages.SourceState) bool { // the configuration, where no record stands in it
		return s.Read == 0 && !slices.ContainsFunc(d.Sources, func(x Source) bool { return x.Name == s.Name })
	})
}

func (d *Director) ownerOf(source string) string {
	for _, s := range d.Sources {
		if s.Name == source {
			return s.Owner
		}
	}
	return ""
}

// limitsOf lists how old the records of a source may be, with their newest.
func (d *Director) limitsOf(source string, coverage []transform.Coverage) []pages.FreshLimit {
	var list []pages.FreshLimit
	for _, f := range d.Gates.Fresh {
		if f.Source == source {
			list = append(list, pages.FreshLimit{Kind: f.Kind, Days: f.Days, Newest: f.Newest(coverage)})
		}
	}
	return list
}

// rejectsOf lists the rows kept aside, those with the largest amounts first.
func (d *Director) rejectsOf(ctx context.Context, m Measured, out *pages.Operations) error {
	list, err := d.Warehouse.Asides(ctx, m.Snapshot.Run, d.rows(pages.MostRejected))
	if err != nil {
		return err
	}
	for _, r := range list {
		x := pages.RejectedRow{Reject: r, Owner: d.ownerOf(r.Source)}
		x.Reason, x.Place = r.Apart()
		out.Rejects = append(out.Rejects, x)
	}
	return nil
}

// rows is how many rows of a list of the report of operations are gathered: those that its
// workbook shows or, where full lists go with it, as many as those hold.
func (d *Director) rows(shown int) int {
	if d.Mailing.Full {
		return pages.MostFull
	}
	return shown
}
