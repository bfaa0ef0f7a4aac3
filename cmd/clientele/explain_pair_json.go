package main

import "clientele/jobs"

type weightOut struct {
	Field   string   `json:"field,omitempty"` // none: what is known before the records are looked at
	Words   string   `json:"words"`
	First   string   `json:"first,omitempty"`
	Second  string   `json:"second,omitempty"`
	Chance  *float64 `json:"against_chance"`
	Kinship *float64 `json:"against_kinship"`
}

type stepOut struct {
	From   string   `json:"from"`
	To     string   `json:"to"`
	Reason string   `json:"reason"`
	Bits   *float64 `json:"bits"`
}

type comparedOut struct {
	First     string        `json:"first,omitempty"`
	Second    string        `json:"second,omitempty"`
	Customers []string      `json:"customers"`
	One       bool          `json:"one"`
	Because   string        `json:"because"`
	Refresh   int64         `json:"refresh"`
	AsOf      string        `json:"as_of"`
	Evidence  []weightOut   `json:"evidence,omitempty"`
	Bits      *float64      `json:"bits"` // none where a clash or a merge decided
	Asked     *float64      `json:"bits_asked_for,omitempty"`
	Clash     string        `json:"clash,omitempty"`
	Pairs     int           `json:"pairs,omitempty"`
	Mean      *float64      `json:"mean_bits,omitempty"`
	Path      []stepOut     `json:"path,omitempty"`
	Decisions []decisionOut `json:"decisions,omitempty"`
	Merged    []eventOut    `json:"merged,omitempty"`
}

// comparedJSON is what a program reads about two.
func comparedJSON(c jobs.Compared) comparedOut {
	out := comparedOut{Customers: []string{string(c.Owners[0]), string(c.Owners[1])}, One: c.One, Because: c.Because, Refresh: int64(c.Run), AsOf: moment(c.At), Decisions: decisionsJSON(c.Decisions, nil, c.Run)}
	if len(c.Merged) > 0 {
		out.Merged = eventsJSON(c.Merged)
		return out
	}
	w := c.Weighed
	out.First, out.Second, out.Clash, out.Pairs = c.First.Ref.Named(), c.Second.Ref.Named(), w.Clash, c.Pairs
	out.Bits, out.Asked, out.Mean = rounded(w.Score), rounded(w.Accept), rounded(c.Mean)
	for _, l := range w.Lines {
		out.Evidence = append(out.Evidence, weightOut{l.Field, l.Words, l.First, l.Second, rounded(l.Strangers), rounded(l.Kin)})
	}
	for _, s := range c.Path {
		out.Path = append(out.Path, stepOut{s.From.Named(), s.To.Named(), s.Reason, rounded(s.Bits)})
	}
	return out
}
