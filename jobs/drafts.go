package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"clientele/jobs/archive"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/state"
)

// drafts is the report of one scope: as whoever has nothing of the period gets it, and
// as a correction of each edition that was accepted before. Each is drawn when the
// first recipient needs it.
type drafts struct {
	d           *Director
	run         transform.Run
	out         *Published
	made        material
	plain       *draft
	sent        []state.Delivery  // of the report and period, to anybody, before this run
	corrections map[string]*draft // by the accepted edition
}

// A draft is an issue with what it is drawn from.
type draft struct {
	Issue
	made material
	book reports.Workbook
	path string // of the workbook, once it is drawn
}

// wanted returns the edition a recipient should have by now: the one accepted last if
// it says the same, else the report as it is, else its correction.
func (s *drafts) wanted(ctx context.Context, previous []state.Delivery) (string, error) {
	last := lastAccepted(previous)
	if last == nil {
		return s.plain.Edition, nil
	}
	same, err := s.d.says(ctx, last.Edition, s.made.parts)
	if err != nil || same {
		return last.Edition, err
	}
	return s.correcting(last.Edition).parts.Hash(), nil
}

// about names the run's edition after what its first recipient should have.
func (s *drafts) about(wanted string) {
	if s.out.Edition == s.plain.Edition[:8] && len(s.out.Outcomes) == 0 {
		s.out.Edition = wanted[:8]
	}
}

// lastAccepted is the highest revision that somebody has for certain.
func lastAccepted(previous []state.Delivery) *state.Delivery {
	var last *state.Delivery
	for i := range previous {
		if x := &previous[i]; x.State == state.Accepted && (last == nil || x.Revision > last.Revision) {
			last = x
		}
	}
	return last
}

// correcting is the material of the correction of an accepted edition, without what
// changed.
func (s *drafts) correcting(accepted string) material {
	in := s.made
	in.mark(true, accepted)
	return in
}

// of returns the draft an action is about, described.
func (s *drafts) of(ctx context.Context, a state.Action) (*draft, error) {
	if a.Against == nil {
		return s.plain, nil
	}
	accepted := a.Against.Edition
	if c := s.corrections[accepted]; c != nil {
		return c, nil
	}
	in := s.correcting(accepted)
	var err error
	if in.Changes, err = s.d.changes(ctx, s.run, in, accepted); err != nil {
		return nil, fmt.Errorf("say what changed since edition %.8s: %w", accepted, err)
	}
	c := &draft{made: in}
	if c.Issue, c.book, err = s.d.described(in); err != nil {
		return nil, err
	}
	c.FileName = revised(c.FileName, a.Against.Revision+1)
	if c.Full.FileName != "" {
		c.Full.FileName = reports.FullName(c.FileName)
	}
	s.corrections[accepted] = c
	return c, nil
}

// revised names the file of a correction.
func revised(name string, revision int) string {
	ext := filepath.Ext(name)
	return fmt.Sprintf("%s_r%d%s", strings.TrimSuffix(name, ext), revision, ext)
}

// lay draws a draft, archives it and writes down what it was made of.
func (s *drafts) lay(ctx context.Context, x *draft, unsent bool) error {
	if x.path != "" {
		return nil
	}
	path, err := s.d.drawn(ctx, &x.Issue, x.book, unsent)
	if err != nil {
		return err
	}
	x.path = path
	shelf := archive.Sent
	if unsent {
		shelf = archive.NotSent
	}
	if err := s.d.layFull(&x.Issue, shelf); err != nil {
		return err
	}
	s.out.Files = append(s.out.Files, path)
	if x.Full.path != "" {
		s.out.Files = append(s.out.Files, x.Full.path)
	}
	s.out.Drawn = append(s.out.Drawn, Drawn{Scope: x.Scope, Edition: x.Edition, Corrects: x.made.parts.Corrects, File: path, SHA256: x.SHA256, Size: x.Size, Full: x.Full.path, Sent: !unsent})
	if x.from != 0 {
		s.out.Resumed = append(s.out.Resumed, fmt.Sprintf("drawn, %s, by run %d", x.Scope.Name(), x.from))
	}
	if err := errors.Join(s.d.keepEdition(ctx, s.run, x, unsent), s.d.State.Stage(ctx, s.run, "drawn, "+x.Scope.Name(), s.d.instant())); err != nil {
		return err
	}
	s.d.Log.Info("workbook ready", "edition", x.Edition[:8], "file", path)
	return nil
}

// again draws a draft once more: several scopes' workbooks are not held in memory.
func (s *drafts) again(x *draft) func(context.Context) ([]byte, error) {
	return func(context.Context) ([]byte, error) {
		i, book, err := s.d.described(x.made)
		if err == nil {
			err = i.draw(book)
		}
		return i.Workbook, err
	}
}

// keepEdition writes down what an edition was made of. What was sent is not written
// over by a copy that was not.
func (d *Director) keepEdition(ctx context.Context, run transform.Run, x *draft, unsent bool) error {
	before, found, err := d.State.EditionOf(ctx, x.Edition)
	if err != nil || found && before.SHA256 == x.SHA256 && before.Build == d.Build && (unsent || before.Path == x.path) {
		return err
	}
	e := d.keptOf(x.made, x.Issue, x.path, run)
	if len(x.made.Gates) > 0 {
		text, err := json.Marshal(x.made.Gates)
		if err != nil {
			return fmt.Errorf("keep what was looked at before edition %.8s: %w", e.Edition, err)
		}
		e.Gates = string(text)
	}
	return d.State.SaveEdition(ctx, e, d.Entries)
}
