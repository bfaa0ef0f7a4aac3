package main

import (
	"context"
	"fmt"
	"strings"

	"clientele/jobs"
	"clientele/reports"
	"clientele/transform/state"
)

// showReportRun says what a run drew, why it differs from what was accepted before, and
// who got it.
func (p *program) showReportRun(ctx context.Context, s *state.DB, r state.Run, a jobs.Published) error {
	if a.Headline != "" {
		p.wrapped("Finding    ", a.Headline)
	}
	p.showChecks(a)
	for _, x := range a.Drawn {
		if err := p.showDrawn(ctx, s, x); err != nil {
			return err
		}
	}
	for _, x := range a.Resumed {
		p.wrapped("Taken over ", x)
	}
	if len(a.Outcomes) > 0 {
		fmt.Fprintln(p.stdout, "Recipients")
	}
	for _, o := range a.Outcomes {
		p.wrapped(fmt.Sprintf("  %-34s %-9s ", o.Recipient, o.Did), oneLine(o.Why))
	}
	return p.lettersOf(ctx, s, r)
}

func (p *program) showChecks(a jobs.Published) {
	if a.Checks == 0 {
		return
	}
	fmt.Fprintf(p.stdout, "Checks     %s of %s hold\n", reports.Thousands(a.Checks-len(a.Failed)), reports.Thousands(a.Checks))
	for _, f := range a.Failed {
		p.wrapped("  FAILED   ", f)
	}
}

// showDrawn names a workbook, what it was made of, and which parts are others than in
// the edition it corrects.
func (p *program) showDrawn(ctx context.Context, s *state.DB, x jobs.Drawn) error {
	fmt.Fprintf(p.stdout, "Workbook   %s, edition %.8s%s\n", x.Scope.Name(), x.Edition, map[bool]string{false: " (not sent)"}[x.Sent])
	fmt.Fprintf(p.stdout, "  file     %s\n  sha256   %s, %s\n", x.File, x.SHA256, reports.ByteSize(int(x.Size)))
	if x.Full != "" {
		fmt.Fprintf(p.stdout, "  full     %s\n", x.Full)
	}
	e, found, err := s.EditionOf(ctx, x.Edition)
	if err != nil || !found {
		return err
	}
	fmt.Fprintf(p.stdout, "  made of  refresh %d, settings %.8s, version %s\n", e.SnapshotRun, e.Settings, e.Code)
	if x.Corrects == "" {
		return nil
	}
	was, found, err := s.EditionOf(ctx, x.Corrects)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "  corrects edition %.8s. What differs:\n", x.Corrects)
	parts := []string{"not known: it was sent by a release that did not keep what it was made of"}
	if found {
		if parts, err = jobs.Parts(ctx, s, was, e); err != nil {
			return err
		}
	}
	for _, part := range parts {
		p.wrapped("    - ", part)
	}
	return nil
}

// lettersOf says how far the letters came that the run had in hand.
func (p *program) lettersOf(ctx context.Context, s *state.DB, r state.Run) error {
	list, err := s.Deliveries(ctx, state.Filter{Run: r.ID})
	if len(list) > 0 {
		fmt.Fprintln(p.stdout, "Letters")
	}
	for _, d := range list {
		p.wrapped(fmt.Sprintf("  %-34s r%d %-10s ", d.Recipient, d.Revision, d.State), strings.TrimSpace(fmt.Sprintf("%s (tried %d)", oneLine(d.Answer), d.Attempts)))
	}
	return err
}
