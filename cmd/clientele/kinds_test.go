package main

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"clientele/config"
	"clientele/extract"
	"clientele/extract/source"
	"clientele/transform/metrics"
)

// The configuration knows no other room, so nothing but this holds its words to
// those of the rooms they are for.
func TestConfigurationSpeaksTheWordsOfTheRooms(t *testing.T) {
	kinds := extract.Kinds()
	if len(kinds) != len(config.Kinds()) {
		t.Fatalf("%d kinds of record, the configuration knows %d", len(kinds), len(config.Kinds()))
	}
	for i, k := range config.Kinds() {
		if string(kinds[i]) != k {
			t.Errorf("kind %d is %s, the configuration calls it %s", i, kinds[i], k)
		}
	}
	drivers := make(map[string]bool)
	for _, d := range source.Drivers() {
		drivers[d] = true
	}
	for _, d := range config.Drivers() {
		if !drivers[d] {
			t.Errorf("the configuration allows driver %s, which cannot be opened", d)
		}
	}
}

// The sample that init writes maps only fields that exist.
func TestSampleConfigurationBuilds(t *testing.T) {
	c, err := config.Parse("clientele.yaml", config.Sample())
	if err != nil {
		t.Fatal(err)
	}
	if err := rules(c).Check(); err != nil {
		t.Error(err)
	}
	if len(reportList(c)) == 0 || len(matching(c).SourceRank) != len(c.Sources) {
		t.Error("the sample has no report or no source")
	}
}

func TestConfigurationKnowsTheMeasuresOfTheServiceDesk(t *testing.T) {
	f, _ := reflect.TypeFor[config.ServiceTarget]().FieldByName("Measure")
	var known []string
	for _, part := range strings.Split(f.Tag.Get("jsonschema"), ",") {
		if name, ok := strings.CutPrefix(part, "enum="); ok {
			known = append(known, name)
		}
	}
	if !slices.Equal(known, metrics.ServiceMeasures()) {
		t.Errorf("the configuration knows\n%v, there are\n%v", known, metrics.ServiceMeasures())
	}
	if !slices.Equal(config.ServiceShares(), metrics.ServiceShares()) {
		t.Errorf("the configuration takes %v for shares, they are %v", config.ServiceShares(), metrics.ServiceShares())
	}
}
