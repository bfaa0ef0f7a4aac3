package ident

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// Facts are what may have torn a customer apart.
type Facts struct {
	Decisions []transform.Decision
	// Withdrawn are decisions that held in the run before and were taken back since, with
	// who did so and why.
	Withdrawn []transform.Decision
	// Changed lists, by record, the fields that are not what they were in the run
	// before, for the records that Torn names. If it is nil, nothing is said of them.
	Changed map[extract.Ref][]string
}

// Torn lists up to so many of the records whose changes would explain a split.
func (a *Assigned) Torn(most int) []extract.Ref {
	var out []extract.Ref
	for n, p := range a.Parted {
		if n > 0 && a.Parted[n-1].From == p.From {
			continue // Were is the same list
		}
		out = append(out, p.Were[:min(len(p.Were), most-len(out))]...)
	}
	return out
}

// Explain adds to the reason of every split what tore the records apart: a person's
// word, a correction, or a record that came.
func (a *Assigned) Explain(f Facts) {
	why := map[[2]transform.CustomerID]string{}
	apart, freed := words(f.Decisions, transform.CannotLink), words(f.Withdrawn, transform.MustLink)
	for from := 0; from < len(a.Parted); {
		to := from
		for to < len(a.Parted) && a.Parted[to].From == a.Parted[from].From {
			to++
		}
		p := parted{Facts: f, apart: apart, freed: freed, were: map[extract.Ref]bool{}}
		for _, r := range a.Parted[from].Were {
			p.were[r] = true
		}
		p.changed = p.changes(a.Parted[from].Were)
		for _, one := range a.Parted[from:to] {
			why[[2]transform.CustomerID{one.From, one.To}] = p.cause(one)
		}
		from = to
	}
	for i := range a.Events {
		e := &a.Events[i]
		if c := why[[2]transform.CustomerID{e.ID, e.Into}]; c != "" && e.Kind == transform.IDSplit {
			e.Reason += "; " + c
		}
	}
}

// words lists by record the decisions of a kind, each with that record first.
func words(all []transform.Decision, kind string) map[extract.Ref][]transform.Decision {
	out := map[extract.Ref][]transform.Decision{}
	for _, d := range all {
		if d.Kind == kind {
			out[d.A] = append(out[d.A], d)
			d.A, d.B = d.B, d.A
			out[d.A] = append(out[d.A], d)
		}
	}
	return out
}

// parted is what is known about the records of one id that was torn apart.
type parted struct {
	Facts
	apart   map[extract.Ref][]transform.Decision // words that keep a record from others
	freed   map[extract.Ref][]transform.Decision // words that kept it with others, and do no more
	were    map[extract.Ref]bool
	changed string
}

func (p parted) cause(one Parting) string {
	if one.Erased {
		return "the person was erased in the source"
	}
	if d, is := p.between(one.Left, p.apart); is {
		return d.A.Named() + " is kept apart from " + d.B.Named() + by(d)
	}
	if d, is := p.between(one.Left, p.freed); is {
		return "that " + d.A.Named() + " is one with " + d.B.Named() + " was withdrawn" + by(d)
	}
	if own := p.changes(one.Left); own != "" {
		return own
	}
	switch {
	case p.changed != "":
		return p.changed
	case len(one.Came) > 0:
		return some(one.Came) + " came"
	case p.Changed != nil:
		return "no record of the customer itself changed"
	}
	return ""
}

// between finds a decision about a record that left and one of the customer that did not.
func (p parted) between(left []extract.Ref, words map[extract.Ref][]transform.Decision) (transform.Decision, bool) {
	for _, r := range left {
		for _, d := range words[r] {
			if p.were[d.B] && !slices.Contains(left, d.B) {
				return d, true
			}
		}
	}
	return transform.Decision{}, false
}

// by says whose word a decision is, and why.
func by(d transform.Decision) string {
	text := " by " + cmp.Or(d.Who, "a person")
	if d.Why != "" {
		text += ": " + d.Why
	}
	return text
}

// changes tells what is new about some records, of three at most.
func (p parted) changes(refs []extract.Ref) string {
	var said []string
	for _, r := range refs {
		if fields := p.Changed[r]; len(fields) > 0 && len(said) < most {
			said = append(said, r.Named()+" changed: "+strings.Join(fields, ", "))
		}
	}
	return strings.Join(said, "; ")
}
