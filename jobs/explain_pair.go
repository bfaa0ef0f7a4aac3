package jobs

import (
	"context"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// An Asked is a record or a customer that a person named.
type Asked struct {
	Record   extract.Ref
	Customer transform.CustomerID
}

// A Compared says why two records, or two customers, are one or are not.
type Compared struct {
	Run           transform.Run // the refresh it is as of
	At            extract.Instant
	First, Second extract.Party           // the records: of customers those that have most in common
	Owners        [2]transform.CustomerID // whose they are
	Asked         [2]transform.CustomerID // customers that were asked about, before they were followed
	One           bool
	Because       string // what decided it, in words
	Weighed       Weighed
	Pairs         int     // pairs between two customers that were weighed
	Mean          float64 // their mean score, each between -12 and 30 bits
	Path          []Step  // by which the two hang together where they do through others only
	Decisions     []state.Decision
	Merged        []state.Event // by which two ids that were asked about became one

	held *vows // people's words that the refresh obeyed
}

// A Step is one pair on the way from one record to another of the same customer.
type Step struct {
	From, To extract.Ref
	Reason   string
	Bits     float64
}

// mostPairs is how many pairs of two customers are weighed at most.
const mostPairs = 400

// Compare explains two records or customers as of the newest refresh.
func (d *Director) Compare(ctx context.Context, a, b Asked) (Compared, error) {
	var out Compared
	run, err := d.snapshotToExplain(ctx)
	if err != nil {
		return out, err
	}
	s, _, err := d.Warehouse.Snapshot(ctx, run)
	if err != nil {
		return out, err
	}
	out.Run, out.At = run, s.At
	first, err := d.sideOf(ctx, run, a)
	if err != nil {
		return out, err
	}
	second, err := d.sideOf(ctx, run, b)
	if err != nil {
		return out, err
	}
	out.Owners, out.Asked = [2]transform.CustomerID{first.id, second.id}, [2]transform.CustomerID{first.asked, second.asked}
	out.One = first.id == second.id && first.id != ""
	if out.One && first.asked != "" && second.asked != "" {
		return out, d.explainMerged(ctx, &out)
	}
	return out, d.explainPair(ctx, &out, first, second)
}

// explainMerged tells how two ids became one.
func (d *Director) explainMerged(ctx context.Context, out *Compared) error {
	if out.Asked[0] == out.Asked[1] {
		return fmt.Errorf("%w: both are customer %s: name two", ErrUnknown, out.Asked[0])
	}
	events, err := d.State.History(ctx, out.Owners[0])
	for _, e := range events {
		if e.Kind == transform.IDMerged && slices.Contains(out.Asked[:], e.ID) {
			out.Merged = append(out.Merged, e)
		}
	}
	out.Because = "their ids were merged"
	return err
}

func (d *Director) explainPair(ctx context.Context, out *Compared, first, second side) error {
	pairs := between(first, second)
	if len(pairs) == 0 {
		return fmt.Errorf("%w: %s is named twice: name two records", ErrUnknown, first.refs[0].Named())
	}
	weighed, err := d.weigh(ctx, out.Run, pairs)
	if err != nil {
		return err
	}
	for i, w := range weighed {
		out.Mean += max(-12, min(30, w.Score)) / float64(len(weighed))
		if i == 0 || w.Score > out.Weighed.Score {
			out.Weighed = w
		}
	}
	out.Pairs = len(pairs)
	for _, to := range []struct {
		*extract.Party
		ref extract.Ref
	}{{&out.First, out.Weighed.A}, {&out.Second, out.Weighed.B}} {
		if *to.Party, _, err = d.Warehouse.PartyAt(ctx, out.Run, to.ref); err != nil {
			return err
		}
	}
	if err := d.explainWords(ctx, out); err != nil {
		return err
	}
	if out.One {
		if out.Path, err = d.pathBetween(ctx, out); err != nil {
			return err
		}
	}
	out.Because, err = d.because(ctx, out)
	return err
}

// between lists the pairs of two sides, at most so many.
func between(a, b side) [][2]extract.Ref {
	var out [][2]extract.Ref
	for _, x := range a.refs {
		for _, y := range b.refs {
			if x != y && len(out) < mostPairs {
				out = append(out, [2]extract.Ref{x, y})
			}
		}
	}
	return out
}

// explainWords tells people's words on the two records, and keeps those that counted.
func (d *Director) explainWords(ctx context.Context, out *Compared) error {
	obeyed, err := d.State.Decisions(ctx, out.Run)
	if err != nil {
		return err
	}
	out.held = newVows(obeyed)
	now, err := d.State.Decisions(ctx, 0)
	for _, x := range now {
		mine := func(r extract.Ref) bool { return r == out.First.Ref || r == out.Second.Ref }
		if mine(x.A) || mine(x.B) {
			out.Decisions = append(out.Decisions, x)
		}
	}
	return err
}

// because says what decided about the two.
func (d *Director) because(ctx context.Context, out *Compared) (string, error) {
	a, b, w := &out.First, &out.Second, out.Weighed
	if x, is := out.held.same(transform.Decision{Kind: transform.CannotLink, A: a.Ref, B: b.Ref}); is {
		return x.String(), nil
	}
	if path := out.held.path(a.Ref, b.Ref); len(path) > 0 && out.One {
		return joined(path), nil
	}
	if wall := out.held.barrier(a.Ref, b.Ref); len(wall) > 0 && !out.One {
		return joined(wall), nil
	}
	switch {
	case a.Status == extract.PartyErased || b.Status == extract.PartyErased:
		return "an erased record is never attached to anybody", nil
	case out.One && a.Source == b.Source && (a.MergedInto == b.ID || b.MergedInto == a.ID):
		return a.Source + " itself merged them", nil
	case out.One && w.Score >= w.Accept:
		return "there is enough evidence between the two", nil
	case out.One && len(out.Path) > 1:
		return "they hang together through other records", nil
	case out.One:
		return "their group of records as a whole fits together", nil
	case w.Clash != "":
		return "they cannot be one: " + w.Clash, nil
	case w.Score < w.Accept && w.Cut:
		return "besides the names too little agrees, or they look like two of one home", nil
	case w.Score < w.Accept:
		return "there is too little evidence", nil
	}
	return d.guarded(ctx, out)
}

// guarded says why two that have enough in common stayed apart all the same.
func (d *Director) guarded(ctx context.Context, out *Compared) (string, error) {
	list, run, err := d.Warehouse.Doubts(ctx)
	if err != nil {
		return "", err
	}
	if run == out.Run {
		at := slices.IndexFunc(list, func(x warehouse.Doubt) bool {
			return x.A == out.First.Ref && x.B == out.Second.Ref || x.B == out.First.Ref && x.A == out.Second.Ref
		})
		if at >= 0 {
			return "the pair alone has enough evidence, and yet is doubtful: " + list[at].Reason, nil
		}
	}
	return "the pair alone has enough evidence, but too few fields of their own agree, or their other records do not fit together", nil
}

func joined(list []vow) string {
	text := list[0].String()
	for _, x := range list[1:] {
		text += ", and " + x.String()
	}
	return text
}

// pathBetween finds the way from one record to another along the pairs that brought the
// records of their customer in.
func (d *Director) pathBetween(ctx context.Context, out *Compared) ([]Step, error) {
	links, err := d.Warehouse.LinksTo(ctx, out.Run, out.Owners[0])
	if err != nil {
		return nil, err
	}
	next := map[extract.Ref][]Step{}
	for _, l := range links {
		if to := joinedWith(l, links); to != (extract.Ref{}) {
			next[l.Ref] = append(next[l.Ref], Step{From: l.Ref, To: to, Reason: l.Reason})
			next[to] = append(next[to], Step{From: to, To: l.Ref, Reason: l.Reason})
		}
	}
	came := map[extract.Ref]Step{out.First.Ref: {}}
	for queue := []extract.Ref{out.First.Ref}; len(queue) > 0; queue = queue[1:] {
		for _, s := range next[queue[0]] {
			if _, seen := came[s.To]; !seen {
				came[s.To] = s
				queue = append(queue, s.To)
			}
		}
	}
	if _, is := came[out.Second.Ref]; !is {
		return nil, nil
	}
	var path []Step
	for at := out.Second.Ref; at != out.First.Ref; at = came[at].From {
		path = append(path, came[at])
	}
	slices.Reverse(path)
	return path, d.pathBits(ctx, out.Run, path)
}

// pathBits tells how much evidence each step of a path has.
func (d *Director) pathBits(ctx context.Context, run transform.Run, path []Step) error {
	pairs := make([][2]extract.Ref, len(path))
	for i, s := range path {
		pairs[i] = [2]extract.Ref{s.From, s.To}
	}
	weighed, err := d.weigh(ctx, run, pairs)
	for i, w := range weighed {
		path[i].Bits = w.Score
	}
	return err
}
