package jobs

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/state"
)

// ErrNoModel says that there is no model of that number, or none that can be used.
var ErrNoModel = errors.New("there is no such model")

// A ModelsLook is what is known of the models of matching.
type ModelsLook struct {
	Versions []ModelVersion // the earliest first
	InUse    int64          // the version in use; 0 is what is built in
	Since    ModelSpan      // of the version in use; of no run before the first
	Pending  state.ModelWord
	Asked    bool      // somebody said a word that no refresh has heeded: Pending
	Last     UsedModel // as the last refresh went by it
	Refresh  transform.Run
}

// A ModelVersion is one version of the model.
type ModelVersion struct {
	state.ModelHead
	Learnt   match.Learnt
	Unusable string      // why it cannot be used; empty where it can
	Spans    []ModelSpan // when it was in use
}

// A ModelSpan is a time in which refreshes went by one version.
type ModelSpan struct {
	Run      transform.Run // the refresh it began with
	From, To transform.Day // To is zero for the version in use
	Why      string
}

// Models looks at every version there is. It changes nothing.
func (d *Director) Models(ctx context.Context) (ModelsLook, error) {
	var out ModelsLook
	known, err := d.modelsKnown(ctx)
	if err != nil {
		return out, err
	}
	out.Pending, out.Asked = known.pending()
	spans := known.spans()
	if use, used := known.inUse(); used {
		out.InUse = use.Version
		out.Since = spans[use.Version][len(spans[use.Version])-1]
	}
	list, err := d.State.Models(ctx, ModelName)
	if err != nil {
		return out, err
	}
	for _, head := range list {
		v, err := d.modelVersion(ctx, head)
		if err != nil {
			return out, err
		}
		v.Spans = spans[head.Version]
		out.Versions = append(out.Versions, v)
	}
	return out, d.lastUsed(ctx, &out)
}

// spans lists by version when it was in use.
func (k modelsKnown) spans() map[int64][]ModelSpan {
	out := map[int64][]ModelSpan{}
	var last *ModelSpan
	version := int64(-1)
	for _, u := range k.uses {
		if u.Version == version {
			continue // it was asked for or learnt again, and is what it was
		}
		if last != nil {
			last.To = u.AsOf
		}
		out[u.Version] = append(out[u.Version], ModelSpan{Run: u.Run, From: u.AsOf, Why: u.Why})
		last, version = &out[u.Version][len(out[u.Version])-1], u.Version
	}
	return out
}

func (d *Director) modelVersion(ctx context.Context, head state.ModelHead) (ModelVersion, error) {
	v := ModelVersion{ModelHead: head}
	m, _, err := d.State.Model(ctx, ModelName, head.Version)
	if errors.Is(err, state.ErrModelDamaged) {
		v.Unusable = state.ErrModelDamaged.Error()
		return v, nil
	}
	if err != nil {
		return v, err
	}
	if v.Learnt, err = d.matcher().Describe(m.Body); err != nil {
		v.Unusable = err.Error()
	}
	return v, nil
}

// lastUsed reads the account of the last refresh, where there is one.
func (d *Director) lastUsed(ctx context.Context, out *ModelsLook) error {
	run, found, err := d.Warehouse.Latest(ctx)
	if err != nil || !found {
		return err
	}
	if known, err := d.knows(ctx, run); err != nil || !known {
		return err
	}
	account, err := d.accountOf(ctx, run)
	if errors.Is(err, ErrStale) {
		return nil
	}
	out.Last, out.Refresh = account.Matched.Model, run
	return err
}

// Version returns a version by its number, or ErrNoModel with those there are.
func (l ModelsLook) Version(n int64) (ModelVersion, error) {
	at := slices.IndexFunc(l.Versions, func(v ModelVersion) bool { return v.Version == n })
	if at < 0 {
		return ModelVersion{}, fmt.Errorf("%w: version %d", ErrNoModel, n)
	}
	return l.Versions[at], nil
}

// UseModel writes down that a person wants the next refresh to go by a version, or by
// one that is learnt anew for version zero.
func (d *Director) UseModel(ctx context.Context, version int64, who, why string) error {
	if version > 0 {
		look, err := d.Models(ctx)
		if err != nil {
			return err
		}
		v, err := look.Version(version)
		if err != nil {
			return err
		}
		if v.Unusable != "" {
			return fmt.Errorf("%w: version %d cannot be used: %s", ErrNoModel, version, v.Unusable)
		}
	}
	return d.State.SayModel(ctx, state.ModelWord{Name: ModelName, Version: version, Who: who, Why: why, At: d.instant()})
}
