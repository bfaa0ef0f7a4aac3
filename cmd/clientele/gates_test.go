package main

import (
	"slices"
	"testing"

	"clientele/config"
	"clientele/extract"
	"clientele/reports/pages"
)

// The configuration may not import what it names, so here its lists are held to it.
func TestTheConfigurationKnowsTheFiguresThatAreKept(t *testing.T) {
	for _, report := range config.ReportNames() {
		var kept []string
		for _, f := range pages.Figures(report) {
			kept = append(kept, f.Name)
		}
		names := config.FigureNames(report)
		slices.Sort(kept)
		slices.Sort(names)
		if !slices.Equal(kept, names) || len(names) == 0 {
			t.Errorf("%s keeps %v, the configuration knows %v", report, kept, names)
		}
	}
}

func TestTheConfigurationKnowsTheKindsWithAMoment(t *testing.T) {
	var dated []string
	for _, kind := range extract.Kinds() {
		if slices.ContainsFunc(extract.New(kind).Fields(), func(f extract.Field) bool { _, is := f.Ptr.(*extract.Instant); return is }) {
			dated = append(dated, string(kind))
		}
	}
	if !slices.Equal(dated, config.DatedKinds()) {
		t.Errorf("with a moment are %v, the configuration knows %v", dated, config.DatedKinds())
	}
}
