package main

import (
	"clientele/config"
	"clientele/transform/match/golden"
)

// survivorship is what the configuration says about whose value stands in the customer
// table.
func survivorship(c *config.Config) golden.Rules {
	s := c.Survivorship
	r := golden.Rules{HalfLife: int(s.HalfLife), Fields: map[string]golden.Rule{}}
	for _, g := range s.Groups {
		r.Groups = append(r.Groups, golden.Group{Name: g.Name, Fields: g.Fields})
	}
	for _, f := range s.Fields {
		r.Fields[f.Name] = golden.Rule{Sources: f.Sources, Never: f.Never, Prefer: f.Prefer, HalfLife: int(f.HalfLife)}
	}
	return r
}
