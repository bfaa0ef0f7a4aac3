package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"clientele/extract"
	"clientele/jobs"
	"clientele/transform"
	"clientele/transform/state"
)

// refreshes compares what two refreshes read and made of it.
func (d *difference) refreshes(a, b jobs.Refreshed) {
	type place struct {
		source string
		kind   extract.Kind
	}
	then, now := map[place]transform.Coverage{}, map[place]transform.Coverage{}
	var places []place
	for _, list := range []struct {
		of map[place]transform.Coverage
		in []transform.Coverage
	}{{then, a.Coverage}, {now, b.Coverage}} {
		for _, c := range list.in {
			at := place{c.Source, c.Kind}
			if !slices.Contains(places, at) {
				places = append(places, at)
			}
			list.of[at] = c
		}
	}
	for _, at := range places {
		d.under(fmt.Sprintf("%s of %s", at.kind, at.source))
		x, y := then[at], now[at]
		d.counts("read", x.Read, y.Read)
		d.counts("kept aside", x.Aside, y.Aside)
		d.counts("in the warehouse afterwards", x.Kept, y.Kept)
		d.says("amount", x.Amount.String(), y.Amount.String())
		if x.Kept == y.Kept && y.Changed > 0 {
			d.add(fmt.Sprintf("%d changed rows came with run %d", y.Changed, d.b.ID))
		}
	}
	d.under("customers")
	d.counts("records", int64(a.Matched.Records), int64(b.Matched.Records))
	d.counts("customers", int64(a.Matched.Customers), int64(b.Matched.Customers))
	d.says("matching model", modelWords(a.Matched.Model), modelWords(b.Matched.Model))
	d.counts("doubtful pairs", int64(a.Matched.Review), int64(b.Matched.Review))
	d.under("snapshot")
	d.says("rows", short(a.Digest), short(b.Digest))
	d.says("who is who", short(a.Links), short(b.Links))
}

func (d *difference) counts(what string, then, now int64) {
	if then != now {
		d.add(fmt.Sprintf("%s: %d -> %d (%+d)", what, then, now, now-then))
	}
}

func short(digest string) string { return digest[:min(16, len(digest))] }

// reports compares what two runs of a report drew of each scope, and who got it.
func (d *difference) reports(ctx context.Context, s *state.DB, a, b jobs.Published) error {
	d.says("period", a.Period.Key(), b.Period.Key())
	then, err := drawnBy(ctx, s, a)
	if err != nil {
		return err
	}
	now, err := drawnBy(ctx, s, b)
	if err != nil {
		return err
	}
	for _, scope := range scopesDrawn(then, now) {
		d.under("workbook of " + scope.Name())
		x, y := then[scope], now[scope]
		switch {
		case x.Edition == "":
			d.add(fmt.Sprintf("drawn by run %d only: edition %.8s", d.b.ID, y.Edition))
			continue
		case y.Edition == "":
			d.add(fmt.Sprintf("drawn by run %d only: edition %.8s", d.a.ID, x.Edition))
			continue
		case x.Edition == y.Edition && x.SHA256 == y.SHA256:
			continue
		}
		d.says("edition", x.Edition[:8], y.Edition[:8])
		parts, err := jobs.Parts(ctx, s, x, y)
		if err != nil {
			return err
		}
		for _, part := range parts {
			d.add(part)
		}
		d.figures(x.Figures, y.Figures)
	}
	d.outcomes(a, b)
	return nil
}

// drawnBy finds what a run drew, by scope: what is for recipients before what is not,
// and what corrects nothing last.
func drawnBy(ctx context.Context, s *state.DB, a jobs.Published) (map[transform.Scope]state.Edition, error) {
	out := map[transform.Scope]state.Edition{}
	for _, x := range a.Drawn {
		e, found, err := s.EditionOf(ctx, x.Edition)
		if err != nil {
			return nil, err
		}
		if found {
			out[x.Scope] = e
		}
	}
	return out, nil
}

func scopesDrawn(lists ...map[transform.Scope]state.Edition) []transform.Scope {
	var all []transform.Scope
	for _, l := range lists {
		for scope := range l { // sorted below
			all = append(all, scope)
		}
	}
	slices.SortFunc(all, func(a, b transform.Scope) int {
		return strings.Compare(a.Territory+"\x00"+a.Rep, b.Territory+"\x00"+b.Rep)
	})
	return slices.Compact(all)
}

// figures compares key figures by name. Of a list it says how many entries it has.
func (d *difference) figures(then, now state.Facts) {
	names := slices.AppendSeq(slices.Collect(maps.Keys(then)), maps.Keys(now))
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if then[name] == now[name] {
			continue
		}
		if x, y := figureText(then, name), figureText(now, name); x == y {
			d.add(fmt.Sprintf("figure %s: %s, and other ones", name, x))
		} else {
			d.add(fmt.Sprintf("figure %s: %s -> %s", name, x, y))
		}
	}
}

func figureText(of state.Facts, name string) string {
	text, known := of[name]
	switch _, err := strconv.ParseFloat(text, 64); {
	case !known:
		return "none"
	case err == nil:
		return text
	case text == "":
		return "0 entries"
	}
	return fmt.Sprintf("%d entries", strings.Count(text, "\n")+1)
}

// outcomes says whose fate differs.
func (d *difference) outcomes(a, b jobs.Published) {
	d.under("recipients")
	fate := func(of jobs.Published, who string) string {
		for _, o := range of.Outcomes {
			if o.Recipient == who {
				return string(o.Did)
			}
		}
		return ""
	}
	var who []string
	for _, o := range slices.Concat(a.Outcomes, b.Outcomes) {
		if !slices.Contains(who, o.Recipient) {
			who = append(who, o.Recipient)
		}
	}
	for _, name := range who {
		d.says(name, fate(a, name), fate(b, name))
	}
}
