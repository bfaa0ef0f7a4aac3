package config

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMatchingLeftOutHasItsDefaults(t *testing.T) {
	want := Matching{Preset: "balanced", Review: 2000, Drift: Drift{Warn: 25_000_000}}
	if diff := cmp.Diff(want, parsed(t, least).Matching); diff != "" {
		t.Error(diff)
	}
}

func TestCadences(t *testing.T) {
	for text, want := range map[string]Cadence{
		"never": {}, "monthly": {Months: 1}, "quarterly": {Months: 3}, "yearly": {Months: 12}, "180 days": {Days: 180}, "28": {Days: 28}, "90d": {Days: 90},
	} {
		got := parsed(t, least+"matching: {retrain: "+text+"}\n").Matching.Retrain
		if got != want {
			t.Errorf("%s became %v", text, got)
		}
		if again := parsed(t, least+"matching: {retrain: "+got.String()+"}\n").Matching.Retrain; again != got {
			t.Errorf("%s is written as %s, which is %v", text, got, again)
		}
	}
}

func TestProblemsOfMatching(t *testing.T) {
	runBelow(t, []problemCase{
		{"a misspelt preset names the one meant", "matching: {preset: balancd}\n", `9:20: matching.preset: "balancd" is not known (did you mean balanced?)`},
		{"a strange preset lists them", "matching: {preset: 0.9}\n", `9:20: matching.preset: "0.9" is not known (one of strict, balanced, recall)`},
		{"a threshold is not offered", "matching: {threshold: 3}\n", `9:12: matching.threshold: unknown key (known here: preset, retrain, placeholders, own, review, drift)`},
		{"a misspelt cadence", "matching: {retrain: montly}\n", `9:21: matching.retrain: "montly" is not known (did you mean monthly?)`},
		{"a strange cadence", "matching: {retrain: sometimes}\n", `9:21: matching.retrain: "sometimes" is not known (one of never, monthly, quarterly, yearly, or a number of days such as 180 days)`},
		{"weekly is too often", "matching: {retrain: 7 days}\n", `9:21: matching.retrain: "7 days" is too often (at least 28 days: what is learnt more often follows chance)`},
		{"a span of time is not days", "matching: {retrain: 720h}\n", `9:21: matching.retrain: a number of days is expected here (such as 180 days)`},
		{"a placeholder of signs alone", "matching: {placeholders: [n/a, '--']}\n", `9:32: matching.placeholders[1]: has no letter and no digit to compare (remove it)`},
		{"an own number too short", "matching: {own: {phones: ['110']}}\n", `9:27: matching.own.phones[0]: "110" is no telephone number (at least six digits, such as +49 30 1234567)`},
		{"an own domain with a mailbox", "matching: {own: {domains: [info@example.com]}}\n", `9:28: matching.own.domains[0]: bad domain "info@example.com" (such as example.com, without an @)`},
		{"too many to review", "matching: {review: 1000000}\n", `9:20: matching.review: 1000000 is too large (at most 100000)`},
		{"a negative drift", "matching: {drift: {warn: -1}}\n", `9:26: matching.drift.warn: -1 is too small (at least 0)`},
	})
}

func TestWhatChangesWhoIsOneCustomerIsPartOfTheSettings(t *testing.T) {
	print := func(text string) string {
		sum, err := parsed(t, least+text).Fingerprint()
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	for _, other := range []string{"preset: recall", "placeholders: [unbekannt]", "own: {domains: [example.com]}", "own: {phones: ['0301234567']}"} {
		if print("matching: {"+other+"}\n") == print("") {
			t.Errorf("%s changes no fingerprint", other)
		}
	}
	for _, same := range []string{"retrain: monthly", "review: 10", "drift: {warn: 0.5}", "preset: balanced"} {
		if print("matching: {"+same+"}\n") != print("") {
			t.Errorf("%s changes the fingerprint", same)
		}
	}
}
