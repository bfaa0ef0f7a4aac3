package main

import (
	"clientele/config"
	"clientele/extract"
	"clientele/jobs"
	"clientele/transform/match"
)

// matching is what the configuration says about who is one customer.
func matching(c *config.Config) match.Options {
	o := match.Options{Country: string(c.Company.Country), Countries: make(map[string]string)}
	for _, s := range c.Sources {
		o.SourceRank = append(o.SourceRank, s.Name)
		o.Countries[s.Name] = string(s.Country)
	}
	m := c.Matching
	o.Preset, o.Review, o.Placeholders = match.Preset(m.Preset), m.Review, m.Placeholders
	for _, d := range m.Own.Domains {
		o.OwnDomains = append(o.OwnDomains, string(d))
	}
	o.OwnAddresses, o.OwnPhones = m.Own.Addresses, m.Own.Phones
	o.Exclusions = exclusions(c.Exclude)
	return o
}

// learning is when the model of matching is learnt anew, and when drift is told.
func learning(c *config.Config) jobs.Learning {
	m := c.Matching
	return jobs.Learning{Months: m.Retrain.Months, Days: m.Retrain.Days, Drift: float64(m.Drift.Warn) / float64(extract.One)}
}

func exclusions(e config.Exclude) []match.Exclusion {
	x := match.Exclusion{Status: extract.PartyStaff, Segments: e.Segments}
	for _, g := range e.Emails {
		x.Emails = append(x.Emails, g.String())
	}
	for _, g := range e.Names {
		x.Names = append(x.Names, g.String())
	}
	for _, r := range e.Parties {
		x.Parties = append(x.Parties, extract.Ref{Source: r.Source, ID: r.ID})
	}
	return []match.Exclusion{x}
}
