package jobs

import (
	"context"
	"errors"
	"slices"

	"clientele/reports"
	"clientele/reports/pages"
	"clientele/transform/state"
)

// give hands a posting the draft its recipient is owed, drawn.
func (s *drafts) give(ctx context.Context, p *posting) error {
	x, err := s.of(ctx, p.action)
	if err != nil {
		return err
	}
	if err := s.lay(ctx, x, false); err != nil {
		return err
	}
	p.issue, p.path, p.again = x.Issue, x.path, s.again(x)
	p.issue.Full.Workbook, x.Full.Workbook = nil, nil
	p.issue.Workbook, x.Workbook = nil, nil // read again letter by letter: there may be many scopes
	return nil
}

// show draws the correction that waits for a person's word, among what is not sent,
// and says once what it would change.
func (s *drafts) show(ctx context.Context, a state.Action) error {
	x, err := s.of(ctx, a)
	if err != nil {
		return err
	}
	if err := s.lay(ctx, x, true); err != nil {
		return err
	}
	x.Workbook, x.Full.Workbook = nil, nil
	said := func(c Changed) bool { return c.Scope == x.Scope && c.Since == a.Against.Edition }
	if !slices.ContainsFunc(s.out.Changed, said) {
		s.out.Changed = append(s.out.Changed, Changed{Scope: x.Scope, Since: a.Against.Edition, Lines: x.letter.Changed, File: x.path})
	}
	return nil
}

// correct turns a letter into that of a correction: numbered, and first of all saying
// which letter it stands in for and what it changes.
func (d *Director) correct(l *reports.Letter, p posting) {
	l.Subject = pages.Corrected(l.Subject, p.key.Revision)
	l.Replaces = "This replaces the report of " + p.action.Against.Accepted.Time().In(d.Company.Zone).Format("2 Jan 2006") + "."
	l.Attached.Name = revised(reports.FileName(p.issue.Report, p.issue.Scope.Name(), (p.issue.Period.To-1).Time()), p.key.Revision)
}

// acceptedBefore makes up for a run that was killed between a letter's acceptance and
// what has to be kept of it.
func (s *drafts) acceptedBefore(ctx context.Context, p posting, last state.Delivery) error {
	list, err := s.d.State.ArchivedOf(ctx, last.Report, last.Scope, last.Period)
	kept := func(a state.Archived) bool { return a.Kind == state.ArchivedWorkbook && a.Edition == last.Edition }
	if err != nil || slices.ContainsFunc(list, kept) {
		return err
	}
	e, found, err := s.d.State.EditionOf(ctx, last.Edition)
	if err != nil {
		return err
	}
	if !found {
		if last.Edition != s.plain.Edition {
			return nil // of a release that kept no editions: what it said is not known
		}
		p.action.Against = nil
		if err := s.give(ctx, &p); err != nil {
			return err
		}
		return s.d.accepted(ctx, p)
	}
	if s.d.listed(last.Report, p.to.Address, last.Scope) {
		err = s.d.State.SaveKeyFigures(ctx, p.run, last.Report, last.Scope, last.Period, e.Figures)
	}
	return errors.Join(err, s.d.State.Archive(ctx, state.Archived{
		Report: last.Report, Period: last.Period, Scope: last.Scope, Edition: last.Edition, Kind: state.ArchivedWorkbook,
		Path: e.Path, SHA256: e.SHA256, Size: e.Size, Run: p.run, At: s.d.instant(),
	}))
}
