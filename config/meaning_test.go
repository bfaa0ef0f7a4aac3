package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMeaningNamesEveryEntryThatBearsOnFigures(t *testing.T) {
	base := parsed(t, least).Meaning()
	for entry, want := range map[string]string{
		"metrics: {horizon: 91}\n":                                                    "metrics.horizon = 91",
		"metrics: {risk_threshold: 12.5%}\n":                                          "metrics.risk_threshold = 12.5%",
		"metrics: {ladder: {trial_below: 0.05}}\n":                                    "metrics.ladder.trial_below = 0.05",
		"exclude: {names: [A*, B*]}\n":                                                "exclude.names = B*",
		"exclude: {parties: [shop/1]}\n":                                              "exclude.parties = shop/1",
		"costs: [{month: 2026-10, activity: a, amount: 1.5}]\n":                       "costs = month 2026-10, activity a, amount 1.5, minutes 0",
		"rates: [{currency: USD, from: 2026-10-01, rate: 1.0834}]\n":                  "rates = currency USD, from 2026-10-01, rate 1.0834",
		"targets: [{month: 2026-10, territory: N, measure: revenue, amount: -120}]\n": "targets = month 2026-10, territory N, measure revenue, amount -120",
		"initiatives: [{theme: t, wording: \"w\\nx\", want: pain, owner: o, chance: 50%, cost: 1, first_step: f, customers: [a, b]}]\n": `initiatives = "theme t, wording w\nx, want pain, owner o, chance 50%, cost 1, monthly_cost 0, first_step f, customers a b"`,
	} {
		text := parsed(t, least+entry).Meaning()
		if !strings.Contains("\n"+text, "\n"+want+"\n") || strings.Contains("\n"+base, "\n"+want+"\n") {
			t.Errorf("%q gives\n%s", entry, cmp.Diff(strings.Split(base, "\n"), strings.Split(text, "\n")))
		}
	}
}

func TestMeaningIsTheSameWhereTheFingerprintIs(t *testing.T) {
	base := parsed(t, least).Meaning()
	for _, same := range []string{"log: {level: debug}\n", "# a comment\n", "archive: {keep: 7}\n", "metrics: {horizon: 90}\n"} {
		if diff := cmp.Diff(base, parsed(t, least+same).Meaning()); diff != "" {
			t.Errorf("%q: %s", same, diff)
		}
	}
}

func TestMeaningTellsMappingsApartAndNoConnection(t *testing.T) {
	c := parsed(t, least)
	text := c.Meaning()
	if !strings.Contains(text, "\nsources."+c.Sources[0].Name+".records.") {
		t.Errorf("no mapping in\n%s", text)
	}
	if strings.Contains(text, "dsn") || strings.Contains(text, "driver") {
		t.Errorf("a connection in\n%s", text)
	}
}
