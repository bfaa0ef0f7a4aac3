package main

import (
	"clientele/jobs"
	"clientele/transform"
	"clientele/transform/state"
)

// A decisionOut is a decision as programs read it, listed or told with a customer, and
// as it is listed.
type decisionOut struct {
	Number     int64  `json:"number"`
	Decision   string `json:"decision"` // together, apart or field
	First      string `json:"first"`
	Second     string `json:"second"`
	Field      string `json:"field,omitempty"` // of a decision on a field: the field, and its value unless it is the second record's
	Value      string `json:"value,omitempty"`
	Who        string `json:"who"`
	Why        string `json:"why"`
	At         string `json:"at"`
	Run        int64  `json:"run"`
	Obeyed     *bool  `json:"obeyed,omitempty"`    // where it is told as of a refresh: whether that obeyed it
	Until      int64  `json:"until_run,omitempty"` // it holds no more since this run
	Withdrawn  string `json:"withdrawn_by,omitempty"`
	WhyNoMore  string `json:"withdrawn_why,omitempty"`
	WithdrawnA string `json:"withdrawn_at,omitempty"`
}

func decisionOf(x state.Decision) decisionOut {
	return decisionOut{Number: x.Number, Decision: jobs.Together(x.Kind), First: x.A.Named(), Second: x.B.Named(), Who: x.Who, Why: x.Why, At: moment(x.At), Run: int64(x.From), Until: int64(x.To)}
}

// fieldDecisionOf is a word on a field; one that names a record has it as its second.
func fieldDecisionOf(x state.FieldDecision) decisionOut {
	out := decisionOut{Number: x.Number, Decision: "field", First: x.Record.Named(), Field: x.Field, Value: x.Value, Who: x.Who, Why: x.Why, At: moment(x.At), Run: int64(x.Since), Until: int64(x.Until)}
	if x.Value == "" {
		out.Second = x.From.Named()
	}
	return out
}

// asOf says whether a refresh obeyed the decision.
func (d decisionOut) asOf(run transform.Run) decisionOut {
	obeyed := d.Run <= int64(run)
	d.Obeyed = &obeyed
	return d
}

// decisionsJSON is what a program reads of decisions as of a refresh.
func decisionsJSON(list []state.Decision, fields []state.FieldDecision, run transform.Run) []decisionOut {
	var out []decisionOut
	for _, x := range list {
		out = append(out, decisionOf(x).asOf(run))
	}
	for _, x := range fields {
		out = append(out, fieldDecisionOf(x).asOf(run))
	}
	return out
}
