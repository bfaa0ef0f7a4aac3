package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
	"clientele/transform/state"
)

// ErrOtherRules says that the last refresh told customers apart by rules that this
// program does not have, so that nobody can say how they weigh.
var ErrOtherRules = errors.New("the last refresh went by other rules of matching than this program has, those of another version: `clientele run refresh` goes by these")

// scales weigh pairs of records as the refresh of a run did. They hold all records
// there were, because how rare a value is and what is shared follows from all.
type scales struct {
	table    *linkage.Table
	reckoner linkage.Reckoner
	party    func(context.Context, extract.Ref) (extract.Party, error) // a record as its source writes it
}

// scales reads all records of a refresh and the model it went by.
func (d *Director) scales(ctx context.Context, run transform.Run) (*scales, error) {
	model, err := d.modelOf(ctx, run)
	if err != nil {
		return nil, err
	}
	o, err := d.matchingAt(ctx, run)
	if err != nil {
		return nil, err
	}
	table := linkage.New(o)
	for p, err := range d.Warehouse.Parties(ctx, run) {
		if err != nil {
			return nil, err
		}
		table.Add(p)
	}
	s := &scales{table: table, reckoner: table.Reckoner(model)}
	s.party = func(ctx context.Context, ref extract.Ref) (extract.Party, error) {
		p, _, err := d.Warehouse.PartyAt(ctx, run, ref)
		return p, err
	}
	return s, nil
}

// weigh weighs pairs of records.
func (s *scales) weigh(ctx context.Context, pairs [][2]extract.Ref) ([]Weighed, error) {
	parties := map[extract.Ref]extract.Party{}
	for _, p := range pairs {
		for _, ref := range p {
			if _, known := parties[ref]; known {
				continue
			}
			p, err := s.party(ctx, ref)
			if err != nil {
				return nil, fmt.Errorf("weigh %s: %w", ref.Named(), err)
			}
			parties[ref] = p
		}
	}
	out := make([]Weighed, len(pairs))
	for n, p := range pairs {
		a, b := parties[p[0]], parties[p[1]]
		out[n] = s.between(p[0], p[1], &a, &b)
	}
	return out, nil
}

// between weighs two records.
func (s *scales) between(x, y extract.Ref, a, b *extract.Party) Weighed {
	r, ok := s.reckoner.Explain(x, y)
	w := Weighed{A: x, B: y, Score: r.Bits, Accept: s.table.Best(), Clash: r.Clash, Cut: r.Cut}
	if r.Clash != "" || !ok {
		w.Score = math.Inf(-1)
	}
	for _, l := range r.Lines {
		w.Lines = append(w.Lines, Weight{Field: l.Field, Words: l.Words, Strangers: l.Chance, Kin: l.Kin, First: written(a, l.Field), Second: written(b, l.Field)})
		w.Strangers, w.Kin = w.Strangers+l.Chance, w.Kin+l.Kin
	}
	return w
}

// modelOf returns the model that the refresh of a run went by, nil where it learnt none
// and where the state that knew it was lost.
func (d *Director) modelOf(ctx context.Context, run transform.Run) (*linkage.Model, error) {
	used, known, err := d.usedBy(ctx, run)
	switch {
	case err != nil || !known:
		return nil, err
	case used.Engine != linkage.Version:
		return nil, ErrOtherRules
	}
	m, found, err := d.State.Model(ctx, ModelName, used.Version)
	if err != nil || !found {
		return nil, err
	}
	return linkage.Decode(m.Body)
}

// usedBy returns what a refresh says of the model it went by, false where the state
// that knew it was lost.
func (d *Director) usedBy(ctx context.Context, run transform.Run) (UsedModel, bool, error) {
	r, err := d.State.Run(ctx, run)
	if errors.Is(err, state.ErrNoRun) {
		return UsedModel{}, false, nil
	}
	if err != nil {
		return UsedModel{}, false, err
	}
	var account Refreshed
	if err := json.Unmarshal([]byte(r.Details), &account); err != nil {
		return UsedModel{}, false, fmt.Errorf("read the account of refresh %d: %w", run, err)
	}
	return account.Matched.Model, true, nil
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
