package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/config"
	"clientele/transform/match/golden"
)

func TestSurvivorshipTakesWhatTheConfigurationSays(t *testing.T) {
	c, err := config.Parse("c.yaml", []byte(`company: {name: X, zone: UTC, currency: EUR, country: DE}
survivorship:
  half_life: never
  groups: {field_sales: [territory, rep]}
  fields:
    email: {sources: [shop], prefer: newest, half_life: 90 days}
    segment: {never: [old]}
sources:
  shop: {driver: sqlite, dsn: shop.db, records: {parties: 'SELECT 1 AS id', orders: 'SELECT 1 AS id'}}
  old: {driver: sqlite, dsn: old.db, records: {parties: 'SELECT 1 AS id'}}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := golden.Rules{
		HalfLife: golden.Ageless, Groups: []golden.Group{{Name: "field_sales", Fields: []string{"territory", "rep"}}},
		Fields: map[string]golden.Rule{"email": {Sources: []string{"shop"}, Prefer: golden.Newest, HalfLife: 90}, "segment": {Never: []string{"old"}}},
	}
	if d := cmp.Diff(want, survivorship(c)); d != "" {
		t.Error(d)
	}
}

// Two lists say one thing, because the configuration imports nothing of ours.
func TestConfigurationAndGoldenRecordsKnowTheSameFields(t *testing.T) {
	if d := cmp.Diff(golden.Ruled, config.RuledFields()); d != "" {
		t.Error("fields with rules:", d)
	}
	if d := cmp.Diff(golden.Groupable, config.GroupableFields()); d != "" {
		t.Error("fields for groups:", d)
	}
	if golden.Ageless != int(config.NoHalfLife) {
		t.Error("never is another number")
	}
}
