package jobs

import (
	"context"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// changes compares what a workbook is made of with an edition that was accepted
// before: what it said, and everything that went into it.
func (d *Director) changes(ctx context.Context, run transform.Run, in material, accepted string) (*pages.Changes, error) {
	was, found, err := d.State.EditionOf(ctx, accepted)
	if err != nil {
		return nil, err
	}
	out := &pages.Changes{Before: was.Figures}
	if !found {
		out.Unknown = []string{"why: the earlier edition was sent by a release that did not keep what it was made of"}
		out.Before, _, err = d.State.KeyFigures(ctx, in.name, in.parts.Scope, in.parts.Period.Key())
		return out, err
	}
	if was.Code != in.parts.Code {
		out.Program = [2]string{was.Code, in.parts.Code}
	}
	if was.Matching != in.parts.Model {
		out.Matching = [2]string{was.Matching, in.parts.Model}
	}
	out.Compared = was.Against != in.parts.Against
	if err := d.changedSettings(ctx, was, in, out); err != nil {
		return nil, err
	}
	if err := d.changedWords(ctx, was, in, out); err != nil {
		return nil, err
	}
	return out, d.changedRows(ctx, run, was, in, out)
}

// changedSettings names the entries of the settings that are others now.
func (d *Director) changedSettings(ctx context.Context, was state.Edition, in material, out *pages.Changes) error {
	if was.Settings == in.parts.Config {
		return nil
	}
	text, err := d.State.SettingsOf(ctx, was.Settings)
	if err != nil {
		return err
	}
	if text == "" || d.Entries == "" {
		out.Unknown = append(out.Unknown, "which setting: the settings of then were not kept")
		return nil
	}
	out.Settings = settingChanges(text, d.Entries)
	return nil
}

// changedWords says which decisions of people hold now and did not then, and which
// were withdrawn.
func (d *Director) changedWords(ctx context.Context, was state.Edition, in material, out *pages.Changes) error {
	if was.Decisions == in.parts.Decisions {
		return nil
	}
	then, err := d.State.Decisions(ctx, was.SnapshotRun)
	if err != nil {
		return err
	}
	out.Words = append(beyond(in.words, then, "since then: "), beyond(then, in.words, "withdrawn: ")...)
	fields, err := d.State.FieldDecisions(ctx, was.SnapshotRun)
	out.Words = append(out.Words, append(beyondFields(in.fields, fields, "since then: "), beyondFields(fields, in.fields, "withdrawn: ")...)...)
	return err
}

// beyond words the decisions of one list that are not in another.
func beyond(list, other []state.Decision, how string) []string {
	var out []string
	for _, w := range list {
		same := func(x state.Decision) bool { return x.Decision == w.Decision }
		if slices.ContainsFunc(other, same) {
			continue
		}
		are := "are one customer"
		if w.Kind == transform.CannotLink {
			are = "are not one customer"
		}
		out = append(out, fmt.Sprintf("%s%s/%s and %s/%s %s (%s)", how, w.A.Source, w.A.ID, w.B.Source, w.B.ID, are, w.Who))
	}
	return out
}

// changedRows compares the snapshot of then with that of now, row by row, and measures
// the customers of then anew, if its rows are still there.
func (d *Director) changedRows(ctx context.Context, run transform.Run, was state.Edition, in material, out *pages.Changes) error {
	then, err := d.snapshotOf(ctx, was)
	if err != nil {
		return err
	}
	if then.Run == 0 {
		out.Unknown = append(out.Unknown, "which rows of the sources: the warehouse was built anew since, and its earlier snapshots are gone")
		return nil
	}
	now, period := in.measured.Snapshot, in.parts.Period
	if then.Run != now.Run {
		list, err := d.Warehouse.Differences(ctx, then.Run, now.Run, period.To, period.To.Start(d.Company.Zone))
		if err != nil {
			return err
		}
		if out.Sources, err = d.withAsides(ctx, list, then, in.measured.Coverage); err != nil {
			return err
		}
		if out.Moved, err = d.Warehouse.Moved(ctx, then.Run, now.Run); err != nil {
			return err
		}
	}
	measured, err := d.figures(ctx, run, then, period, in.parts.Scope)
	if err != nil {
		return err
	}
	out.Was = measured.of(in.parts.Scope).Rows
	if out.Was == nil {
		out.Was = []*transform.Figures{} // there was nobody
	}
	out.Became, err = d.became(ctx, then.Run, now.Run)
	return err
}

// snapshotOf finds the snapshot an edition was measured from; run zero where its rows
// are gone.
func (d *Director) snapshotOf(ctx context.Context, e state.Edition) (warehouse.Snapshot, error) {
	s, found, err := d.Warehouse.Snapshot(ctx, e.SnapshotRun)
	if err != nil || !found || s.Digest != e.Snapshot || s.Links != e.Links {
		return warehouse.Snapshot{}, err
	}
	return s, nil
}

// withAsides joins what differs with how many rows were kept aside then and now.
// Kinds of which rows are only of later, or aside as before, are left out.
func (d *Director) withAsides(ctx context.Context, list []warehouse.Difference, then warehouse.Snapshot, now []transform.Coverage) ([]pages.SourceChange, error) {
	before, err := d.Warehouse.CoverageAt(ctx, then.Run)
	if err != nil {
		return nil, err
	}
	aside := func(all []transform.Coverage, source string, kind extract.Kind) int64 {
		for _, c := range all {
			if c.Source == source && c.Kind == kind {
				return c.Aside
			}
		}
		return 0
	}
	var out []pages.SourceChange
	for _, c := range list {
		out = append(out, pages.SourceChange{Source: c.Source, Kind: c.Kind, Added: c.Added, Changed: c.Changed, Gone: c.Gone, Amount: c.Amount})
	}
	for _, c := range slices.Concat(before, now) {
		met := func(x pages.SourceChange) bool { return x.Source == c.Source && x.Kind == c.Kind }
		if !slices.ContainsFunc(out, met) {
			out = append(out, pages.SourceChange{Source: c.Source, Kind: c.Kind})
		}
	}
	for i := range out {
		out[i].Aside, out[i].AsideBefore = aside(now, out[i].Source, out[i].Kind), aside(before, out[i].Source, out[i].Kind)
	}
	return slices.DeleteFunc(out, func(c pages.SourceChange) bool {
		return c.Added+c.Changed+c.Gone == 0 && c.Aside == c.AsideBefore
	}), nil
}

// became says which customer now has the records of one of then whose number is gone.
func (d *Director) became(ctx context.Context, then, now transform.Run) (map[transform.CustomerID]transform.CustomerID, error) {
	if then == now {
		return nil, nil
	}
	was, err := d.Warehouse.Links(ctx, then)
	if err != nil {
		return nil, err
	}
	is, err := d.Warehouse.Links(ctx, now)
	if err != nil {
		return nil, err
	}
	at, alive := make(map[extract.Ref]transform.CustomerID, len(is)), map[transform.CustomerID]bool{}
	for _, l := range is {
		at[l.Ref], alive[l.Customer] = l.Customer, true
	}
	out := map[transform.CustomerID]transform.CustomerID{}
	for _, l := range was { // in order of source and id: the first record decides
		if into, still := at[l.Ref]; still && !alive[l.Customer] && out[l.Customer] == "" {
			out[l.Customer] = into
		}
	}
	return out, nil
}
