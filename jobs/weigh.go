package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
	"clientele/transform/state"
)

// weighing weighs pairs of parties, by their indices, by a model that a Matcher went by.
// The parties must be all there are: what is rare and what is shared follows from them.
type weighing func(parties []extract.Party, o match.Options, model []byte, pairs [][2]int32) ([]Weighed, error)

// A Weighed is the reckoning about two records, as a person can follow it.
type Weighed struct {
	A, B      extract.Ref
	Lines     []Weight // the start first, then field by field
	Strangers float64  // bits against two strangers: the sum of the lines
	Kin       float64  // bits against two of one household or company
	Score     float64  // what counts: bits of evidence that they are one customer
	Accept    float64  // from how many bits a pair can join
	Clash     string   // why they cannot be one, whatever the sums
	Cut       bool     // a rule lets them count less than the sums say
}

// A Weight is one line of the reckoning.
type Weight struct {
	Field         string // empty for what is known before the records are looked at
	Words         string // "same e-mail"
	First, Second string // the values as their sources write them
	Strangers     float64
	Kin           float64
}

// For reports whether a line speaks for one customer, both against two strangers and
// against two of one household.
func (w Weight) For() bool { return w.Strangers > 0 && w.Kin >= 0 }

// Against reports whether a line speaks for two. What is neither, as a shared phone, is
// seen between strangers seldom and in one household often.
func (w Weight) Against() bool { return w.Strangers <= 0 }

// weighing returns how the rules in use weigh.
func (d *Director) weighing() (weighing, error) {
	if d.matcher().Version() == linkage.Version {
		return weighedByModel, nil
	}
	return nil, errors.New("the rules in use do not say how they weigh")
}

// weigh weighs pairs of records as the refresh of a run did.
func (d *Director) weigh(ctx context.Context, run transform.Run, pairs [][2]extract.Ref) ([]Weighed, error) {
	weighed, err := d.weighing()
	if err != nil {
		return nil, err
	}
	var parties []extract.Party
	for p, err := range d.Warehouse.Parties(ctx, run) {
		if err != nil {
			return nil, err
		}
		parties = append(parties, *p)
	}
	model, err := d.modelOf(ctx, run)
	if err != nil {
		return nil, err
	}
	o, err := d.matchingAt(ctx, run)
	if err != nil {
		return nil, err
	}
	at := make(map[extract.Ref]int32, len(parties))
	for i := range parties {
		at[parties[i].Ref] = int32(i)
	}
	indices := make([][2]int32, len(pairs))
	for n, p := range pairs {
		indices[n] = [2]int32{at[p[0]], at[p[1]]}
	}
	out, err := weighed(parties, o, model, indices)
	if err != nil {
		return nil, fmt.Errorf("weigh %d pairs: %w", len(pairs), err)
	}
	for i := range out {
		out[i].A, out[i].B = pairs[i][0], pairs[i][1]
	}
	return out, nil
}

// modelOf returns the model that the refresh of a run went by, nothing where it learnt
// none.
func (d *Director) modelOf(ctx context.Context, run transform.Run) ([]byte, error) {
	r, err := d.State.Run(ctx, run)
	if errors.Is(err, state.ErrNoRun) { // the state was lost since
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var account Refreshed
	if err := json.Unmarshal([]byte(r.Details), &account); err != nil || account.Matched.Model.Version == 0 {
		return nil, err
	}
	m, _, err := d.State.Model(ctx, ModelName, account.Matched.Model.Version)
	return m.Body, err
}

// matchingAt returns the options with the decisions that the refresh of a run obeyed.
func (d *Director) matchingAt(ctx context.Context, run transform.Run) (match.Options, error) {
	words, err := d.State.Decisions(ctx, run)
	o := d.Matching
	for _, w := range words {
		o.Decisions = append(o.Decisions, w.Decision)
	}
	return o, err
}
