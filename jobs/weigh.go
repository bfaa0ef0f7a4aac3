package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/state"
)

// A Weigher says how a Matcher weighs two records.
type Weigher interface {
	// WantsAll reports whether the parties must be all there are, because the weights
	// follow from them; otherwise those that are asked about will do.
	WantsAll() bool
	// Weigh weighs pairs of the parties, by their indices, by a model that Match could use.
	Weigh(parties []extract.Party, o match.Options, model []byte, pairs [][2]int32) ([]Weighed, error)
}

// A Weighed is the reckoning about two records, as a person can follow it.
type Weighed struct {
	A, B      extract.Ref
	Lines     []Weight // the start first, then field by field
	Strangers float64  // bits against two strangers: the sum of the lines
	Kin       float64  // bits against two of one household or company
	Score     float64  // what counts: bits of evidence that they are one customer
	Accept    float64  // from how many bits a pair can join
	Clash     string   // the field by which they cannot be one, whatever the sums
}

// A Weight is one line of the reckoning.
type Weight struct {
	Field, Level  string // in words; the level of the start is empty
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

// Words says a line of the reckoning: "same e-mail".
func (w Weight) Words() string {
	switch w.Level {
	case "":
		return w.Field
	case "cannot be one":
		return w.Field + ": cannot be one"
	case "other":
		return "another " + w.Field
	}
	return w.Level + " " + w.Field
}

// weigher returns who can say how the records of a run were weighed.
func (d *Director) weigher() (Weigher, error) {
	if w, can := d.matcher().(Weigher); can {
		return w, nil
	}
	return nil, errors.New("the rules in use do not say how they weigh")
}

// weigh weighs pairs of records as the refresh of a run did.
func (d *Director) weigh(ctx context.Context, run transform.Run, pairs [][2]extract.Ref) ([]Weighed, error) {
	w, err := d.weigher()
	if err != nil {
		return nil, err
	}
	parties, err := d.partiesFor(ctx, run, w.WantsAll(), pairs)
	if err != nil {
		return nil, err
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
	out, err := w.Weigh(parties, o, model, indices)
	if err != nil {
		return nil, fmt.Errorf("weigh %d pairs: %w", len(pairs), err)
	}
	for i := range out {
		out[i].A, out[i].B = pairs[i][0], pairs[i][1]
	}
	return out, nil
}

// partiesFor reads the records pairs are made of, or all of a run.
func (d *Director) partiesFor(ctx context.Context, run transform.Run, all bool, pairs [][2]extract.Ref) ([]extract.Party, error) {
	var list []extract.Party
	if all {
		for p, err := range d.Warehouse.Parties(ctx, run) {
			if err != nil {
				return nil, err
			}
			list = append(list, *p)
		}
		return list, nil
	}
	seen := map[extract.Ref]bool{}
	for _, ref := range slices.Concat(bothOf(pairs)...) {
		if seen[ref] {
			continue
		}
		seen[ref] = true
		p, found, err := d.Warehouse.PartyAt(ctx, run, ref)
		if err != nil {
			return nil, err
		}
		if found {
			list = append(list, p)
		}
	}
	return list, nil
}

func bothOf(pairs [][2]extract.Ref) [][]extract.Ref {
	out := make([][]extract.Ref, len(pairs))
	for i, p := range pairs {
		out[i] = p[:]
	}
	return out
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

// WantsAll implements Weigher: how rare a value is follows from all records.
func (handSet) WantsAll() bool { return true }

// Weigh implements Weigher.
func (handSet) Weigh(parties []extract.Party, o match.Options, _ []byte, pairs [][2]int32) ([]Weighed, error) {
	res := match.Link(parties, o)
	out := make([]Weighed, len(pairs))
	for n, p := range pairs {
		w := Weighed{Accept: match.Accept}
		for _, e := range res.Explain(p[0], p[1]) {
			if e.Level == "cannot be one" {
				w.Clash, e.Chance, e.Kin = e.Field, 0, 0
			}
			w.Lines = append(w.Lines, Weight{
				Field: e.Field, Level: e.Level, Strangers: e.Chance, Kin: e.Kin,
				First: written(&parties[p[0]], e.Field), Second: written(&parties[p[1]], e.Field),
			})
			w.Strangers, w.Kin = w.Strangers+e.Chance, w.Kin+e.Kin
		}
		w.Score = min(w.Strangers, w.Kin)
		if w.Clash != "" {
			w.Score = math.Inf(-1)
		}
		out[n] = w
	}
	return out, nil
}
