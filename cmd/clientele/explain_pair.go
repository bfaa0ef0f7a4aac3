package main

import (
	"context"
	"fmt"
	"math"
	"strings"

	"clientele/jobs"
)

func (p *program) explainPair(ctx context.Context, d *jobs.Director, a, b jobs.Asked, machine bool) error {
	out, err := d.Compare(ctx, a, b)
	p.progress.Done()
	switch {
	case err != nil:
		return err
	case machine:
		return p.object(comparedJSON(out))
	}
	p.showCompared(out)
	return nil
}

// showCompared says first what is so and why, then how it was reckoned.
func (p *program) showCompared(c jobs.Compared) {
	if len(c.Merged) > 0 {
		p.wrapped("", fmt.Sprintf("%s and %s are one customer, %s:", c.Asked[0], c.Asked[1], c.Owners[0]))
		for _, e := range c.Merged {
			p.wrapped(fmt.Sprintf("  run %-5d %s  ", e.Run, isoDay(e.At)), fmt.Sprintf("%s was merged into %s: %s", e.ID, e.Into, e.Reason))
		}
		return
	}
	p.showVerdict(c)
	p.showPath(c)
	p.showReckoning(c)
	if len(c.Decisions) > 0 {
		fmt.Fprintln(p.stdout, "\nDecisions of people on these records")
		for _, x := range c.Decisions {
			p.wrapped("  ", decisionWords(x, c.Run))
		}
	}
	p.advise(c)
}

// showVerdict says whether they are one, and what decided it.
func (p *program) showVerdict(c jobs.Compared) {
	first, second := c.First.Ref.Named(), c.Second.Ref.Named()
	verdict := fmt.Sprintf("%s (%s) and %s (%s) are one customer, %s: %s.", first, nameOf(&c.First), second, nameOf(&c.Second), c.Owners[0], c.Because)
	if !c.One {
		verdict = fmt.Sprintf("%s (%s) and %s (%s) are two customers, %s and %s: %s.", first, nameOf(&c.First), second, nameOf(&c.Second), c.Owners[0], c.Owners[1], c.Because)
	}
	p.wrapped("", verdict)
	p.showSide("  for:     ", c.Weighed, jobs.Weight.For)
	p.showSide("  weak:    ", c.Weighed, func(l jobs.Weight) bool { return !l.For() && !l.Against() })
	p.showSide("  against: ", c.Weighed, jobs.Weight.Against)
	if c.Pairs > 1 {
		p.wrapped("  ", fmt.Sprintf("Of %d pairs of their records these two have most in common; the mean of all is %+.1f bits.", c.Pairs, c.Mean))
	}
}

// showSide lists in words the lines that are of one side; the first is the start, not a
// field.
func (p *program) showSide(head string, w jobs.Weighed, of func(jobs.Weight) bool) {
	var words []string
	for _, l := range w.Lines[min(1, len(w.Lines)):] {
		if of(l) {
			words = append(words, l.Words)
		}
	}
	if len(words) > 0 {
		p.wrapped(head, strings.Join(words, ", "))
	}
}

// showPath says through which records two hang together.
func (p *program) showPath(c jobs.Compared) {
	if len(c.Path) < 2 {
		return
	}
	fmt.Fprintln(p.stdout, "\nThe way from one to the other")
	for _, s := range c.Path {
		p.wrapped(fmt.Sprintf("  %s to %s: ", s.From.Named(), s.To.Named()), s.Reason+bitsIn(s.Bits))
	}
}

func bitsIn(bits float64) string {
	if math.IsInf(bits, 0) {
		return ""
	}
	return fmt.Sprintf(" (%+.1f bits)", bits)
}

// advise says how a person can decide otherwise, unless one has decided already.
func (p *program) advise(c jobs.Compared) {
	for _, x := range c.Decisions {
		if x.A == c.First.Ref && x.B == c.Second.Ref || x.B == c.First.Ref && x.A == c.Second.Ref {
			return
		}
	}
	verb := "together"
	if c.One {
		verb = "apart"
	}
	fmt.Fprintf(p.stdout, "\nIf that is wrong: clientele decide %s %s %s --why \"...\"\n", verb, c.First.Ref.Named(), c.Second.Ref.Named())
}
