package main

import (
	"fmt"
	"time"

	"clientele/config"
	"clientele/extract"
	"clientele/jobs"
)

// inConfig is the source that records standing in the configuration come from.
const inConfig = "configuration"

// settled turns the cost pools, rates and targets of the configuration into
// records, so that they are kept with their history like any other.
func settled(c *config.Config) []jobs.Batch {
	return []jobs.Batch{
		{Source: inConfig, Kind: extract.Costs, Records: costs(c.Costs)},
		{Source: inConfig, Kind: extract.Rates, Records: rates(c.Rates)},
		{Source: inConfig, Kind: extract.Targets, Records: targets(c.Targets)},
	}
}

func costs(list []config.Cost) []extract.Record {
	var out []extract.Record
	for _, c := range list {
		r := &extract.CostPool{Ref: ref(c.Month.String(), c.Activity), Month: day(c.Month.First()), Activity: c.Activity, Amount: extract.Money(c.Amount)}
		if c.Minutes > 0 {
			r.Minutes = extract.Some(extract.Decimal(c.Minutes))
		}
		out = append(out, r)
	}
	return out
}

func rates(list []config.Rate) []extract.Record {
	var out []extract.Record
	for _, r := range list {
		out = append(out, &extract.Rate{Ref: ref(r.From.String(), string(r.Currency)), Currency: string(r.Currency), From: day(r.From), Rate: extract.Decimal(r.Rate)})
	}
	return out
}

func targets(list []config.Target) []extract.Record {
	var out []extract.Record
	for _, t := range list {
		out = append(out, &extract.Target{
			Ref: ref(t.Month.String(), wanted(t)), Month: day(t.Month.First()),
			Territory: t.Territory, Segment: t.Segment, Party: t.Customer, Measure: t.Measure, Amount: extract.Money(t.Amount),
		})
	}
	return out
}

// wanted tells the targets of a month apart.
func wanted(t config.Target) string {
	switch {
	case t.Customer != "":
		return t.Measure + " of customer " + t.Customer
	case t.Segment != "":
		return t.Measure + " of type " + t.Segment
	}
	return fmt.Sprintf("%s %s", t.Measure, t.Territory)
}

func ref(when, what string) extract.Ref {
	return extract.Ref{Source: inConfig, ID: when + " " + what}
}

func day(d config.Date) extract.Day {
	if d.IsZero() {
		return 0
	}
	return extract.Date(d.Year, time.Month(d.Month), d.Day)
}
