package jobs

import (
	"context"
	"errors"
	"slices"

	"clientele/transform"
	"clientele/transform/state"
)

// ModelName is what the model of matching is kept under.
const ModelName = "matching"

// modelsKnown is what the state says of models: which were used by refreshes that
// came to be seen, and what people said since.
type modelsKnown struct {
	uses  []state.ModelUse // of refreshes that are seen, the earliest first
	words []state.ModelWord
}

// modelsKnown reads it. A refresh is seen if it ended well or has a snapshot: one that
// a gate held, or that died before, changed nothing about which model is in use.
func (d *Director) modelsKnown(ctx context.Context) (modelsKnown, error) {
	var out modelsKnown
	uses, err := d.State.ModelUses(ctx, ModelName)
	if err != nil {
		return out, err
	}
	for _, u := range uses {
		seen := u.Status == state.OK
		if !seen {
			if _, seen, err = d.Warehouse.Snapshot(ctx, u.Run); err != nil {
				return out, err
			}
		}
		if seen {
			out.uses = append(out.uses, u)
		}
	}
	out.words, err = d.State.ModelWords(ctx, ModelName)
	return out, err
}

// inUse returns which model is in use, false before the first refresh.
func (k modelsKnown) inUse() (state.ModelUse, bool) {
	if len(k.uses) == 0 {
		return state.ModelUse{}, false
	}
	return k.uses[len(k.uses)-1], true
}

// pending returns the last word that no refresh has heeded.
func (k modelsKnown) pending() (state.ModelWord, bool) {
	use, _ := k.inUse()
	if len(k.words) == 0 || k.words[len(k.words)-1].At <= use.Heard {
		return state.ModelWord{}, false
	}
	return k.words[len(k.words)-1], true
}

// baseline returns what was seen when a version was first used.
func (k modelsKnown) baseline(version int64) string {
	at := slices.IndexFunc(k.uses, func(u state.ModelUse) bool { return u.Version == version && u.Observed != "" })
	if at < 0 {
		return ""
	}
	return k.uses[at].Observed
}

// chosen is the model a refresh goes by, with what it replaces.
type chosen struct {
	modelChoice
	known modelsKnown
	put   string      // why the model in use goes on although it was time for a new one
	model state.Model // with its body; empty for a new one and for what is built in
}

// chooseModel says which model a refresh of so many records goes by.
func (d *Director) chooseModel(ctx context.Context, records int) (chosen, error) {
	known, err := d.modelsKnown(ctx)
	if err != nil {
		return chosen{}, err
	}
	f := modelFacts{records: records, today: d.today(), learning: d.Learning}
	f.use, f.used = known.inUse()
	f.word, f.spoken = known.pending()
	version := f.use.Version
	if f.spoken {
		version = f.word.Version
	}
	if version > 0 {
		if f.unusable, err = d.unusable(ctx, version); err != nil {
			return chosen{}, err
		}
	}
	c := chosen{modelChoice: choose(f), known: known}
	return c, d.load(ctx, &c)
}

// unusable says why a version cannot be used, nothing where it can.
func (d *Director) unusable(ctx context.Context, version int64) (string, error) {
	m, found, err := d.State.Model(ctx, ModelName, version)
	switch {
	case errors.Is(err, state.ErrModelDamaged):
		return state.ErrModelDamaged.Error(), nil
	case err != nil:
		return "", err
	case !found:
		return "it is not there", nil
	}
	if _, err := d.matcher().Describe(m.Body); err != nil {
		return err.Error(), nil
	}
	return "", nil
}

// load reads the body of a stored model.
func (d *Director) load(ctx context.Context, c *chosen) error {
	if c.learn || c.version == 0 {
		return nil
	}
	var err error
	c.model, _, err = d.State.Model(ctx, ModelName, c.version)
	return err
}

// learntOn returns the day on which a version was learnt, zero where that is not known.
func (d *Director) learntOn(ctx context.Context, version int64) (transform.Day, error) {
	list, err := d.State.Models(ctx, ModelName)
	if err != nil {
		return 0, err
	}
	at := slices.IndexFunc(list, func(m state.ModelHead) bool { return m.Version == version })
	if at < 0 || list[at].AsOf == nil {
		return 0, nil
	}
	return *list[at].AsOf, nil
}
