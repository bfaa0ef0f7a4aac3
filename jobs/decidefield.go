package jobs

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

// FieldDecided is what became of a word on a field.
type FieldDecided struct {
	state.FieldDecision
	Already  bool // it held before
	Warnings []string
}

// DecideField writes down a person's word on a field of the customer a record belongs
// to. A field nobody knows, a value that cannot be one, and records that no source has
// are refused, all problems at once: ErrRefused. The word takes effect with the next
// refresh.
func (d *Director) DecideField(ctx context.Context, word transform.FieldDecision) (FieldDecided, error) {
	var out FieldDecided
	err := d.underLease(ctx, func(ctx context.Context, d *Director) error {
		out = FieldDecided{}
		if err := d.hearField(ctx, word, &out); err != nil {
			return err
		}
		earlier, err := d.State.FieldDecisions(ctx, 0)
		if err != nil {
			return err
		}
		for _, x := range earlier {
			if x.Record == word.Record && x.Field == word.Field && x.From == word.From && x.Value == word.Value {
				out.FieldDecision, out.Already = x, true
				return nil
			}
		}
		return d.saveField(ctx, word, &out)
	})
	return out, err
}

func (d *Director) saveField(ctx context.Context, word transform.FieldDecision, out *FieldDecided) error {
	r := state.Run{Job: DecideJob, Period: d.today().String(), AsOf: d.today(), Args: "field " + word.Record.Named() + " " + word.Field}
	return d.record(ctx, r, func(ctx context.Context, run transform.Run) (any, error) {
		if _, err := d.State.SaveFieldDecisions(ctx, run, d.instant(), []transform.FieldDecision{word}); err != nil {
			return nil, err
		}
		all, err := d.State.FieldDecisions(ctx, 0)
		for _, x := range all {
			if x.Since == run {
				out.FieldDecision = x
			}
		}
		return out, err
	})
}

// hearField refuses a word with everything that is wrong with it.
func (d *Director) hearField(ctx context.Context, word transform.FieldDecision, out *FieldDecided) error {
	run, err := d.snapshotToExplain(ctx)
	if err != nil {
		return err
	}
	var problems []string
	if err := d.Survivorship.CheckDecision(word); err != nil {
		problems = append(problems, err.Error()+d.fieldMeant(word.Field))
	}
	known := newFinder(d, run)
	for _, ref := range []extract.Ref{word.Record, word.From} {
		if ref == (extract.Ref{}) {
			continue
		}
		problem, warning, err := known.record(ctx, ref)
		switch {
		case err != nil:
			return err
		case problem != "":
			problems = append(problems, problem)
		case warning != "":
			out.Warnings = append(out.Warnings, warning)
		}
	}
	if len(problems) > 0 {
		return fmt.Errorf("%w: %s", ErrRefused, strings.Join(slices.Compact(problems), "\n  "))
	}
	return d.warnOfOthers(ctx, run, word, out)
}

// warnOfOthers warns where the value is to be taken from a record that is another
// customer's: while that is so, the word is not heeded.
func (d *Director) warnOfOthers(ctx context.Context, run transform.Run, word transform.FieldDecision, out *FieldDecided) error {
	if word.Value != "" {
		return nil
	}
	a, isA, err := d.Warehouse.LinkAt(ctx, run, word.Record)
	if err != nil {
		return err
	}
	b, isB, err := d.Warehouse.LinkAt(ctx, run, word.From)
	if err == nil && isA && isB && a.Customer != b.Customer {
		out.Warnings = append(out.Warnings, fmt.Sprintf("%s is %s and %s is %s: while they are two customers nothing is taken from one for the other", word.Record.Named(), a.Customer, word.From.Named(), b.Customer))
	}
	return err
}

func (d *Director) fieldMeant(word string) string {
	names := d.Survivorship.Fieldnames()
	if slices.Contains(names, word) {
		return ""
	}
	for _, name := range names {
		if aSlipFrom(name, word) {
			return "; did you mean " + name + "?"
		}
	}
	return ""
}
