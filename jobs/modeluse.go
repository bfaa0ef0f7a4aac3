package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"

	"clientele/extract"
	"clientele/jobs/gates"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/drift"
	"clientele/transform/match/ident"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// A UsedModel is what the account of a refresh says of the model it went by.
type UsedModel struct {
	Engine  string        // the version of the rules
	Version int64         // 0 is what is built into the program
	SHA256  string        `json:",omitempty"`
	Learnt  transform.Day `json:",omitempty"` // the day it was learnt
	Records int           `json:",omitempty"` // it was learnt from
	Preset  match.Preset
	Why     string        `json:",omitempty"` // why this one, where the refresh before went by another
	Put     string        `json:",omitempty"` // why it was not learnt anew although it was time
	Drift   []drift.Shift `json:",omitempty"` // since it was learnt, the largest first
	Changed []string      `json:",omitempty"` // in words, what of it was beyond the limit

	SharedSince int                 `json:",omitempty"` // values that became shared since it was learnt
	Shared      []match.SharedValue `json:",omitempty"` // of these the most held
}

// Name is the model as an edition names it.
func (m UsedModel) Name() string {
	return fmt.Sprintf("%s %s %d %.16s", m.Engine, m.Preset, m.Version, m.SHA256)
}

// who is who is who by a model.
type who struct {
	chosen
	result match.Result
	ids    ident.Assigned
	body   []byte // of a model that was learnt
	used   UsedModel
}

// tellApart links the records by the model that is to be used, gives ids and saves
// them, and then writes down the model. A model that was learnt because it was time is
// put off where it would change too many ids: nobody is there to look at it, and the
// reports are not to wait.
func (d *Director) tellApart(ctx context.Context, run transform.Run, staging *warehouse.Staging, parties []extract.Party, o match.Options, accept []string) (who, error) {
	c, err := d.chooseModel(ctx, len(parties))
	if err != nil {
		return who{}, err
	}
	w, err := d.by(ctx, run, staging, parties, o, c, accept)
	if c.byCadence && errors.Is(err, ErrGate) {
		if c, err = d.putOff(ctx, c); err != nil {
			return who{}, err
		}
		w, err = d.by(ctx, run, staging, parties, o, c, accept)
	}
	if err != nil {
		return who{}, d.offerOld(ctx, err, c)
	}
	return w, d.useModel(ctx, run, &w)
}

// by links records by one model.
func (d *Director) by(ctx context.Context, run transform.Run, staging *warehouse.Staging, parties []extract.Party, o match.Options, c chosen, accept []string) (who, error) {
	w := who{chosen: c}
	var err error
	if w.result, w.body, err = d.matcher().Match(parties, o, By{Model: c.model.Body, Learn: c.learn}); err != nil {
		return w, fmt.Errorf("match %d records: %w", len(parties), err)
	}
	if err = d.describe(ctx, &w, o); err != nil {
		return w, err
	}
	w.ids, err = d.assign(ctx, run, staging, parties, w.result, o, accept, modelVerdicts(w.used)...)
	return w, err
}

// describe says what the account tells of the model.
func (d *Director) describe(ctx context.Context, w *who, o match.Options) error {
	w.used = UsedModel{Engine: d.matcher().Version(), Version: w.version, SHA256: w.model.SHA256, Preset: o.Preset, Why: w.why, Put: w.put}
	body := w.model.Body
	if len(w.body) > 0 {
		body = w.body
		w.used.Learnt = d.today()
	}
	if len(body) == 0 {
		return nil
	}
	learnt, err := d.matcher().Describe(body)
	if err != nil {
		return fmt.Errorf("read model %d (`clientele model train` has it learnt anew): %w", w.version, err)
	}
	w.used.Records = learnt.Records
	if len(w.body) > 0 {
		return nil
	}
	if w.used.Learnt, err = d.learntOn(ctx, w.version); err != nil {
		return err
	}
	if err := w.drifted(); err != nil {
		return err
	}
	w.used.became(w.result.SharedSince)
	for _, s := range w.used.Drift {
		if d.Learning.Drift > 0 && s.Large(d.Learning.Drift) {
			w.used.Changed = append(w.used.Changed, ShiftWords(s))
		}
	}
	return nil
}

// drifted compares what was seen with what was seen when the model was first used.
func (w *who) drifted() error {
	text := w.known.baseline(w.version)
	if text == "" {
		return nil
	}
	var before []match.Seen
	if err := json.Unmarshal([]byte(text), &before); err != nil {
		return fmt.Errorf("recall what was seen when model %d was learnt: %w", w.version, err)
	}
	w.used.Drift = drift.Largest(drift.Between(before, w.result.Seen))
	return nil
}

// useModel writes down a model that another refresh will go by, just before the links
// that are made with it. Which one is in use changes only when those are seen.
func (d *Director) useModel(ctx context.Context, run transform.Run, w *who) error {
	before, used := w.known.inUse()
	if len(w.body) == 0 && w.version == before.Version && w.heard == before.Heard {
		return nil
	}
	u := state.ModelUse{Name: ModelName, Run: run, Version: w.version, Heard: w.heard, Why: w.why}
	if len(w.body) > 0 || w.known.baseline(w.version) == "" {
		text, err := json.Marshal(w.result.Seen)
		if err != nil {
			return fmt.Errorf("write down what model %d saw: %w", w.version, err)
		}
		u.Observed = string(text)
	}
	version, err := d.State.UseModel(ctx, u, w.body)
	if err != nil {
		return err
	}
	if len(w.body) > 0 {
		w.used.Version, w.used.SHA256 = version, sum(w.body)
		if w.used.Learnt, err = d.learntOn(ctx, version); err != nil { // the same may have been learnt before
			return err
		}
	}
	d.Log.Info("model", "version", version, "before", before.Version, "first", !used, "why", w.why)
	return nil
}

// putOff goes on with the model in use.
func (d *Director) putOff(ctx context.Context, c chosen) (chosen, error) {
	before, _ := c.known.inUse()
	c.modelChoice = modelChoice{version: before.Version, heard: before.Heard}
	c.put = fmt.Sprintf("it was time to learn the model anew, but the new one would have changed too many ids: version %d stays in use", before.Version)
	d.Log.Warn("model put off", "version", before.Version)
	return c, d.load(ctx, &c)
}

// offerOld adds to the error of a gate that the model is another one than before, and
// how the one before is kept, if it can be used.
func (d *Director) offerOld(ctx context.Context, err error, c chosen) error {
	before, used := c.known.inUse()
	var closed closedError
	if !errors.As(err, &closed) || !used || !c.learn && c.version == before.Version {
		return err
	}
	which := "a newly learnt model"
	if !c.learn {
		which = fmt.Sprintf("version %d of the model", c.version)
	}
	closed.hint += fmt.Sprintf("; it goes by %s (%s): ", which, c.why)
	if unusable, _ := d.unusable(ctx, before.Version); unusable != "" { // also of what is built in, which has no number
		closed.hint += "the one before cannot be kept, so back up the state first (`clientele state backup FILE`)"
	} else {
		closed.hint += fmt.Sprintf("`clientele model use %d` keeps the one in use", before.Version)
	}
	return closed
}

const (
	driftPath   = "matching.drift.warn"
	retrainPath = "matching.retrain"
)

// modelVerdicts are the warnings about the model of a refresh.
func modelVerdicts(m UsedModel) []gates.Verdict {
	var out []gates.Verdict
	if m.Put != "" {
		out = append(out, gates.Verdict{Gate: retrainPath, Kind: gates.IDs, Effect: gates.Warn, Words: strings.ToUpper(m.Put[:1]) + m.Put[1:] + ".", Detail: "clientele model train has it learnt by the next refresh; clientele run refresh --accept ids lets that through"})
	}
	if len(m.Changed) > 0 {
		out = append(out, gates.Verdict{
			Gate: driftPath, Kind: gates.IDs, Effect: gates.Warn, Detail: "clientele model show; clientele model train",
			Words: fmt.Sprintf("The records are no longer like those that version %d of the matching model was learnt from: %s.", m.Version, strings.Join(m.changed(), "; ")),
		})
	}
	return out
}

// ShiftWords says a shift in words.
func ShiftWords(s drift.Shift) string {
	if s.Field == "" {
		return fmt.Sprintf("pairs of %s that are one customer are %.2g times as frequent", s.Scheme, math.Exp2(s.Bits))
	}
	return fmt.Sprintf("the %s of %s agrees at other rates (stability index %.2f)", s.Field, s.Scheme, s.Index)
}

// ofModel reports whether a verdict is about the model of matching.
func ofModel(v state.Verdict) bool { return v.Gate == driftPath || v.Gate == retrainPath }
