package jobs

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match/golden"
	"clientele/transform/state"
)

// ErrUnknown says that nobody and nothing is called what a person asked about.
var ErrUnknown = errors.New("not found")

// An Explained is everything there is to tell about a customer.
type Explained struct {
	Run       transform.Run      // the refresh it is as of
	At        extract.Instant    // when that began to read
	Trail     state.Trail        // from the id that was asked about to the one that holds
	Customer  transform.Customer // the golden record; empty where no record is left
	Records   []ExplainedRecord  // in order of source and id
	Left      []extract.Ref      // remembered: they left their source
	Golden    []golden.Chosen
	Household []Relative // the others
	Account   *Relative
	Contacts  []Relative // of a company
	Decisions []state.Decision
	Fields    []state.FieldDecision
	History   []state.Event
}

// An ExplainedRecord is one record of a customer, and what brought it in.
type ExplainedRecord struct {
	extract.Party
	Reason string
	To     extract.Ref // the record it was joined with; none for the first, and where it cannot be told
	Bits   float64     // of evidence between the two
	Known  bool        // whether Bits are known: not where a decision settled it, or no pair is named
}

// Explain tells about a customer as of the newest refresh. An id that was retired is
// followed; one nobody ever had is ErrUnknown.
func (d *Director) Explain(ctx context.Context, id transform.CustomerID) (Explained, error) {
	var out Explained
	var err error
	if out.Run, err = d.snapshotToExplain(ctx); err != nil {
		return out, err
	}
	s, _, err := d.Warehouse.Snapshot(ctx, out.Run)
	if err != nil {
		return out, err
	}
	out.At = s.At
	if out.Trail, err = d.State.Follow(ctx, id); err != nil {
		if errors.Is(err, state.ErrUnknownID) {
			err = fmt.Errorf("%w: no customer ever had the id %s", ErrUnknown, id)
		}
		return out, err
	}
	for _, step := range []func(context.Context, *Explained) error{d.explainRecords, d.explainGolden, d.explainRelatives, d.explainDecisions} {
		if err := step(ctx, &out); err != nil {
			return out, err
		}
	}
	out.History, err = d.State.History(ctx, out.Trail.Now)
	return out, err
}

// explainRecords tells the records and why each is the customer's.
func (d *Director) explainRecords(ctx context.Context, out *Explained) error {
	links, err := d.Warehouse.LinksTo(ctx, out.Run, out.Trail.Now)
	if err != nil {
		return err
	}
	var pairs [][2]extract.Ref
	for _, l := range links {
		p, _, err := d.Warehouse.PartyAt(ctx, out.Run, l.Ref)
		if err != nil {
			return err
		}
		r := ExplainedRecord{Party: p, Reason: l.Reason, To: joinedWith(l, links)}
		r.Ref = l.Ref
		out.Records = append(out.Records, r)
		if r.To != (extract.Ref{}) && !settledBy(l.Reason) {
			pairs = append(pairs, [2]extract.Ref{r.Ref, r.To})
		}
	}
	if err := d.explainLeft(ctx, out); err != nil || len(pairs) == 0 {
		return err
	}
	return d.explainBits(ctx, out, pairs)
}

// explainBits tells how much evidence brought each record in.
func (d *Director) explainBits(ctx context.Context, out *Explained, pairs [][2]extract.Ref) error {
	weighed, err := d.weigh(ctx, out.Run, pairs)
	if err != nil {
		return err
	}
	for i := range out.Records {
		for _, w := range weighed {
			if r := &out.Records[i]; w.A == r.Ref && w.B == r.To && w.Clash == "" {
				r.Bits, r.Known = w.Score, true
			}
		}
	}
	return nil
}

// explainLeft tells which records of the customer left their source.
func (d *Director) explainLeft(ctx context.Context, out *Explained) error {
	members, err := d.State.Members(ctx, out.Trail.Now, 0)
	if err != nil {
		return err
	}
	here := map[extract.Ref]bool{}
	for _, r := range out.Records {
		here[r.Ref] = true
	}
	for _, m := range members {
		if !here[m] {
			out.Left = append(out.Left, m)
		}
	}
	return nil
}

// joinedWith finds the record that the reason of a link ends with.
func joinedWith(l transform.Link, among []transform.Link) extract.Ref {
	var found extract.Ref
	for _, o := range among {
		name := o.Ref.Named()
		ends := strings.HasSuffix(l.Reason, " as "+name) || strings.HasSuffix(l.Reason, ": "+name)
		if ends && o.Ref != l.Ref && len(name) > len(found.Named()) {
			found = o.Ref
		}
	}
	return found
}

// settledBy reports whether a person or a source put a record to its customer.
func settledBy(reason string) bool {
	return strings.HasPrefix(reason, "merged in ") || strings.HasPrefix(reason, "put together ")
}

// explainDecisions tells people's words on the customer's records, those that no refresh
// has obeyed yet too.
func (d *Director) explainDecisions(ctx context.Context, out *Explained) error {
	all, err := d.State.Decisions(ctx, 0)
	if err != nil {
		return err
	}
	mine := map[extract.Ref]bool{}
	for _, r := range out.Records {
		mine[r.Ref] = true
	}
	for _, r := range out.Left {
		mine[r] = true
	}
	for _, x := range all {
		if mine[x.A] || mine[x.B] {
			out.Decisions = append(out.Decisions, x)
		}
	}
	fields, err := d.State.FieldDecisions(ctx, 0)
	for _, x := range fields {
		if mine[x.Record] {
			out.Fields = append(out.Fields, x)
		}
	}
	return err
}
