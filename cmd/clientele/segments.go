package main

import (
	"clientele/config"
	"clientele/extract"
	"clientele/transform/metrics"
)

// segmentRules hands on how customers are scored.
func segmentRules(s config.Segments) metrics.SegmentRules {
	out := metrics.SegmentRules{Money: s.Money, OrderDays: s.OrderDays}
	for _, n := range s.RecencyDays {
		out.RecencyDays = append(out.RecencyDays, int(n))
	}
	for _, a := range s.Amounts {
		out.Amounts = append(out.Amounts, extract.Money(a))
	}
	return out
}
