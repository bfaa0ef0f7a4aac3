package main

import (
	"clientele/config"
	"clientele/extract"
	"clientele/transform/metrics"
)

// eventTimes turns the configuration's minutes into time equations.
func eventTimes(list []config.EventTime) []metrics.TimeEquation {
	var out []metrics.TimeEquation
	for _, x := range list {
		out = append(out, metrics.TimeEquation{
			Of: x.Of, Type: x.Type, Channel: x.Channel,
			Each: extract.Decimal(x.Minutes), Line: extract.Decimal(x.PerLine), First: extract.Decimal(x.First), Abroad: extract.Decimal(x.Abroad),
		})
	}
	return out
}
