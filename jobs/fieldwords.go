package jobs

import (
	"context"
	"fmt"
	"slices"

	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/golden"
	"clientele/transform/state"
)

// survivorship returns what merging goes by: the rules as configured and people's
// words on fields.
func (d *Director) survivorship(ctx context.Context, options match.Options) (golden.Options, error) {
	words, err := d.State.FieldDecisions(ctx, 0)
	out := golden.Options{Options: options, Rules: d.Survivorship}
	for _, w := range words {
		out.Decisions = append(out.Decisions, w.FieldDecision)
	}
	return out, err
}

// beyondFields words the decisions on fields of one list that are not in another.
func beyondFields(list, other []state.FieldDecision, how string) []string {
	var out []string
	for _, w := range list {
		if !slices.ContainsFunc(other, func(x state.FieldDecision) bool { return x.FieldDecision == w.FieldDecision }) {
			out = append(out, how+FieldWords(w.FieldDecision))
		}
	}
	return out
}

// FieldWords says a decision on a field in words, and whose it is.
func FieldWords(d transform.FieldDecision) string {
	return fmt.Sprintf("%s (%s)", FieldSaid(d), d.Who)
}

// FieldSaid says a decision on a field in words.
func FieldSaid(d transform.FieldDecision) string {
	value := "is " + d.Value
	if d.Value == "" {
		value = "is taken from " + d.From.Source + "/" + d.From.ID
	}
	return fmt.Sprintf("%s of the customer of %s/%s %s", golden.FieldWord(d.Field), d.Record.Source, d.Record.ID, value)
}
