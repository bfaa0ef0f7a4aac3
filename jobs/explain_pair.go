package jobs

import (
	"context"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
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

	held   *vows // people's words that the refresh obeyed
	scales *scales
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
	var err error
	if out.scales, err = d.scales(ctx, out.Run); err != nil {
		return err
	}
	weighed, err := out.scales.weigh(ctx, pairs)
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
