package source

import (
	"context"
	"errors"
	"fmt"
	"time"

	"clientele/extract"
)

// A Problem is something to be put right before a source can be read, or, as a
// warning, something to know.
type Problem struct {
	Source  string
	Kind    extract.Kind // empty: the source as a whole
	Text    string
	Hint    string // the remedy
	Warning bool
	Err     error // nil for a warning
}

// String returns the problem in one line.
func (p Problem) String() string {
	object := p.Source
	if p.Kind != "" {
		object += " " + string(p.Kind)
	}
	if p.Hint == "" {
		return object + ": " + p.Text
	}
	return object + ": " + p.Text + " (" + p.Hint + ")"
}

// Check connects to the source and looks at the columns of every mapping without
// reading rows. It returns all that is wrong; none means it can be read.
func (s *Source) Check(ctx context.Context) []Problem {
	v, err := s.store.snapshot(ctx)
	if err != nil {
		return s.problems("", err)
	}
	out := s.general(v)
	for _, k := range s.Kinds() {
		out = append(out, s.checkKind(ctx, v, k)...)
	}
	if err := v.close(); err != nil {
		out = append(out, s.problems("", err)...)
	}
	return out
}

func (s *Source) checkKind(ctx context.Context, v view, k extract.Kind) []Problem {
	columns, err := v.probe(ctx, k)
	if err == nil {
		_, err = s.newDecoder(k, columns, &Stats{})
	}
	if err != nil {
		return s.problems(k, err)
	}
	var out []Problem
	for _, r := range v.remarks(k) {
		out = append(out, Problem{Source: s.opt.Name, Kind: k, Text: r, Warning: true})
	}
	return out
}

// problems makes one problem of an error, or one of each wrong column.
func (s *Source) problems(k extract.Kind, err error) []Problem {
	all := []error{err}
	if c, ok := errors.AsType[*columnFaults](err); ok {
		all = c.faults
	}
	var out []Problem
	for _, e := range all {
		p := Problem{Source: s.opt.Name, Kind: k, Text: e.Error(), Err: e}
		if h, ok := errors.AsType[*hinted](e); ok {
			p.Hint = h.hint
		}
		out = append(out, p)
	}
	return out
}

// general tells what is to be known of the source as a whole.
func (s *Source) general(v view) []Problem {
	d, ok := v.(*databaseView)
	if !ok || !d.utc || s.opt.Zone == time.UTC {
		return nil
	}
	return []Problem{{
		Source: s.opt.Name, Warning: true,
		Text: fmt.Sprintf("the server has no time zone tables for %s: TIMESTAMP columns are converted here", s.opt.Zone),
		Hint: "select such columns as they are, without DATE() or DATE_FORMAT(); or load the tables with mysql_tzinfo_to_sql",
	}}
}

// Windowed returns the parameters that the mapping of a kind uses. What it does
// not use has no effect in a Window.
func (s *Source) Windowed(k extract.Kind) Params {
	if d, ok := s.store.(*database); ok {
		return d.queries[k].uses()
	}
	return Params{}
}
