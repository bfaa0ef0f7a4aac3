package jobs

import (
	"context"
	"slices"

	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// A material is everything one workbook is made of, and the parts its edition is the
// hash of.
type material struct {
	pages.Input
	name     string
	measured Measured
	parts    transform.Edition
	words    []state.Decision // of people, as they hold for it
	fields   []state.FieldDecision
}

// input gathers everything a workbook is made of, as it is known now. A rerun that
// would say the same as an accepted one is that one; any other rerun of an accepted
// period is marked as restated.
func (d *Director) input(ctx context.Context, name string, m Measured, period transform.Period, scope transform.Scope) (material, error) {
	previous, err := d.compared(ctx, name, scope, period)
	if err != nil {
		return material{}, err
	}
	words, err := d.State.Decisions(ctx, m.Snapshot.Run) // what was said since takes effect with the next refresh
	if err != nil {
		return material{}, err
	}
	fields, err := d.State.FieldDecisions(ctx, m.Snapshot.Run)
	if err != nil {
		return material{}, err
	}
	looked, err := d.gatesOf(ctx, m, name, period, scope)
	if err != nil {
		return material{}, err
	}
	in, err := d.gather(ctx, name, m, scope, known{previous, words, fields, looked})
	if err != nil {
		return in, err
	}
	restated, err := d.restated(ctx, in.parts)
	in.mark(restated, "")
	return in, err
}

// known is what a workbook says besides the figures of its snapshot, as it is or was
// known at a moment.
type known struct {
	previous map[string]string // what it is compared with
	words    []state.Decision  // of people, that hold
	fields   []state.FieldDecision
	gates    []pages.Gate // what was looked at before it is sent
}

// gather puts together what a workbook is made of: figures of a snapshot and what is
// known besides.
func (d *Director) gather(ctx context.Context, name string, m Measured, scope transform.Scope, k known) (material, error) {
	refreshed, err := d.accountOf(ctx, m.Snapshot.Run)
	if err != nil {
		return material{}, err
	}
	asides, err := d.asides(ctx, m.Snapshot.Run)
	if err != nil {
		return material{}, err
	}
	in := material{name: name, measured: m, words: k.words, fields: k.fields, Input: pages.Input{
		Company: d.Company.Name, Currency: d.Company.Currency, Language: d.Company.Language, Zone: d.Company.Zone, Contact: d.Company.ReplyTo.Mail,
		Results: m.of(scope), Coverage: printed(m.Coverage), Asides: asides, Checks: m.Control, Newest: newest(m), Match: pagesMatch(refreshed.Matched), Excluded: excluded(d.Entries), FullLists: d.Mailing.Full, Previous: k.previous, Gates: k.gates,
	}}
	if tells(name) {
		if in.Operations, err = d.operations(ctx, m, refreshed, transform.Run(pages.RefreshBefore(k.previous)), k.words); err != nil {
			return in, err
		}
	}
	read, err := account(name, in.Input)
	if err != nil {
		return in, err
	}
	in.parts = transform.Edition{
		Report: name, Period: in.Results.Period, Scope: scope, Snapshot: m.Snapshot.Digest, Links: m.Snapshot.Links,
		Decisions: state.DigestWith(k.words, k.fields), Model: refreshed.Matched.Model.Name(), Config: d.Settings, Code: d.Code, Account: read, Against: digest(k.previous),
	}
	in.mark(false, "")
	return in, nil
}

// mark says what a workbook answers to: nothing, an accepted period with other
// figures, or one accepted edition it corrects.
func (in *material) mark(restated bool, corrects string) {
	in.parts.Restated, in.parts.Corrects = restated, corrects
	in.Restated, in.Edition = restated, in.parts.Hash()
}

// restated reports whether the period was reported to somebody on the list with
// other contents, and to nobody with these.
func (d *Director) restated(ctx context.Context, e transform.Edition) (bool, error) {
	earlier, err := d.State.Deliveries(ctx, state.Filter{Report: e.Report, Period: e.Period.Key(), State: state.Accepted})
	if err != nil {
		return false, err
	}
	earlier = slices.DeleteFunc(earlier, func(x state.Delivery) bool { return !d.listed(e.Report, x.Recipient, e.Scope) || x.Scope != e.Scope })
	e.Restated, e.Corrects = false, ""
	same := slices.ContainsFunc(earlier, func(x state.Delivery) bool { return x.Edition == e.Hash() })
	return len(earlier) > 0 && !same, nil
}

// says reports whether an accepted edition has the contents of another, whatever each
// of them answers to.
func (d *Director) says(ctx context.Context, accepted string, e transform.Edition) (bool, error) {
	if accepted == e.Content() {
		return true, nil
	}
	if e.Restated, e.Corrects = true, ""; accepted == e.Hash() {
		return true, nil
	}
	kept, found, err := d.State.EditionOf(ctx, accepted)
	return found && kept.Content == e.Content(), err
}

// keptOf is an edition as the state keeps it.
func (d *Director) keptOf(in material, i Issue, path string, run transform.Run) state.Edition {
	e := in.parts
	return state.Edition{
		Edition: i.Edition, Content: e.Content(), Report: e.Report, Period: e.Period.Key(), Scope: e.Scope,
		SnapshotRun: in.measured.Snapshot.Run, Snapshot: e.Snapshot, Links: e.Links, Decisions: e.Decisions, Matching: e.Model,
		Settings: e.Config, Code: e.Code, Build: d.Build, Account: e.Account, Against: e.Against, Restated: e.Restated, Corrects: e.Corrects,
		Figures: i.figures, Previous: in.Previous, Path: path, SHA256: i.SHA256, Size: i.Size, Run: run, At: d.instant(),
	}
}
