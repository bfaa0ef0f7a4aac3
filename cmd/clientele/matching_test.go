package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/config"
	"clientele/transform/match"
)

func TestMatchingTakesWhatTheConfigurationSays(t *testing.T) {
	c, err := config.Parse("c.yaml", []byte(`company: {name: X, zone: UTC, currency: EUR, country: DE}
matching:
  preset: strict
  placeholders: [see invoice]
  own: {domains: [Example.com], addresses: [1 Harbour Street], phones: ['+49 30 1234567']}
  review: 7
sources: {shop: {driver: sqlite, dsn: shop.db, country: AT, records: {parties: 'SELECT 1 AS id', orders: 'SELECT 1 AS id'}}}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := match.Options{
		Country: "DE", Countries: map[string]string{"shop": "AT"}, SourceRank: []string{"shop"}, Exclusions: []match.Exclusion{{Status: "staff"}},
		Preset: match.Strict, Review: 7, Placeholders: []string{"see invoice"},
		OwnDomains: []string{"example.com"}, OwnAddresses: []string{"1 Harbour Street"}, OwnPhones: []string{"+49 30 1234567"},
	}
	if diff := cmp.Diff(want, matching(c)); diff != "" {
		t.Error(diff)
	}
}
