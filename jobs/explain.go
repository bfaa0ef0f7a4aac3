package jobs

import (
	"context"
	"errors"
	"fmt"

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
	Strange   bool // the refresh went by rules this program does not have: no bits are known
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
