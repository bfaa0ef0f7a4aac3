package main

import (
	"clientele/jobs"
	"clientele/transform/match"
)

// A modelObject is a model for programs; empty for what is built in.
type modelObject struct {
	modelLine
	Schemes []schemeObject `json:"schemes,omitempty"`
	Shared  int            `json:"shared,omitempty"`
	Drift   []driftObject  `json:"drift,omitempty"`
	Since   *sharedObject  `json:"shared_since,omitempty"`
}

type schemeObject struct {
	Name   string        `json:"name"`
	Pairs  int64         `json:"pairs"`
	Same   float64       `json:"same"`
	Kin    float64       `json:"kin"`
	Fields []fieldObject `json:"fields"`
}

type fieldObject struct {
	Name   string        `json:"name"`
	Levels []levelObject `json:"levels"`
}

type levelObject struct {
	Name   string  `json:"name"`
	Same   float64 `json:"same"`
	Kin    float64 `json:"kin"`
	Chance float64 `json:"chance"`
}

type driftObject struct {
	Scheme string  `json:"scheme"`
	Field  string  `json:"field,omitempty"`
	Index  float64 `json:"index,omitempty"`
	Noise  float64 `json:"noise,omitempty"`
	Bits   float64 `json:"bits,omitempty"`
}

func modelObjectOf(v jobs.ModelVersion, look jobs.ModelsLook) modelObject {
	out := modelObject{modelLine: modelLineOf(v, look), Shared: v.Learnt.Shared}
	for _, s := range v.Learnt.Schemes {
		out.Schemes = append(out.Schemes, schemeObjectOf(s))
	}
	if v.Version == look.InUse && look.Last.Version == look.InUse {
		for _, s := range look.Last.Drift {
			out.Drift = append(out.Drift, driftObject(s))
		}
		out.Since = sharedObjectOf(look.Last)
	}
	return out
}

func schemeObjectOf(s match.Scheme) schemeObject {
	out := schemeObject{Name: s.Name, Pairs: s.Pairs, Same: s.Same, Kin: s.Kin}
	for _, f := range s.Fields {
		x := fieldObject{Name: f.Name}
		for _, l := range f.Levels {
			x.Levels = append(x.Levels, levelObject(l))
		}
		out.Fields = append(out.Fields, x)
	}
	return out
}
