package main

import (
	"fmt"

	"clientele/config"
	"clientele/extract"
	"clientele/jobs/gates"
	"clientele/reports"
	"clientele/reports/pages"
	"clientele/transform"
)

// freshness lists how fresh the configuration wants its sources.
func freshness(c *config.Config) []gates.Fresh {
	var out []gates.Fresh
	for _, s := range c.Sources {
		path := "sources." + s.Name + ".fresh"
		if s.Fresh.Within > 0 {
			out = append(out, gates.Fresh{Source: s.Name, Days: int(s.Fresh.Within), Effect: effect(s.Fresh.OnFail), Path: path})
		}
		for _, k := range s.Fresh.Kinds {
			out = append(out, gates.Fresh{Source: s.Name, Kind: extract.Kind(k.Kind), Days: int(k.Days), Effect: effect(s.Fresh.OnFail), Path: path + ".kinds." + k.Kind})
		}
	}
	return out
}

func effect(word string) gates.Effect {
	if word == "hold" {
		return gates.Hold
	}
	return gates.Warn
}

func idLimits(c *config.Config) gates.IDLimits {
	l := c.Gates.IDsChanged
	return gates.IDLimits{Shares: gates.Shares{Warn: l.Warn.Share(), Hold: l.Hold.Share()}, Few: l.Few, Quiet: l.Quiet.Share(), QuietHold: l.QuietHold.Share()}
}

func asideLimits(c *config.Config) gates.Shares {
	return gates.Shares{Warn: c.Gates.KeptAside.Warn.Share(), Hold: c.Gates.KeptAside.Hold.Share()}
}

// expectations lists what the configuration expects of key figures.
func expectations(c *config.Config) []gates.Expectation {
	var out []gates.Expectation
	for i, e := range c.Expectations {
		band := config.Usually()
		if e.Band != nil {
			band = *e.Band
		}
		out = append(out, gates.Expectation{
			Report: e.Report, Figure: figure(c, e.Report, e.Figure), Scope: transform.Scope{Territory: e.Territory, Rep: e.Rep},
			Min: (*float64)(e.Min), Max: (*float64)(e.Max), Within: e.Within.Share(), Against: e.Against,
			Band: e.Band != nil, Periods: band.Periods, AtLeast: band.AtLeast, Width: float64(band.Width), Narrow: band.Narrowest.Share(),
			Effect: effect(e.OnFail), Why: string(e.Why), Path: fmt.Sprintf("expectations[%d]", i),
		})
	}
	return out
}

// figure finds a key figure by the name the configuration calls it.
func figure(c *config.Config, report, name string) gates.Figure {
	for _, f := range pages.Figures(report) {
		if f.Name == name {
			return gates.Figure{Name: f.Name, Label: f.Label, Unit: unit(f.Kind), Currency: string(c.Company.Currency)}
		}
	}
	return gates.Figure{Name: name, Label: name}
}

func unit(k reports.Kind) gates.Unit {
	switch {
	case k.Money():
		return gates.Money
	case k == reports.KindPercent || k == reports.KindPercent0:
		return gates.Share
	case k == reports.KindCount:
		return gates.Count
	}
	return gates.Plain
}
