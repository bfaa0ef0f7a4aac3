package jobs

import (
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform/state"
)

func TestWhichModelARefreshGoesBy(t *testing.T) {
	since := extract.Date(2026, time.January, 31)
	inUse := state.ModelUse{Version: 3, Heard: 5, AsOf: since}
	word := func(version int64) state.ModelWord {
		return state.ModelWord{Version: version, Who: "ann", Why: "to compare", At: 9}
	}
	quarterly := Learning{Months: 3}
	for _, c := range []struct {
		rule  string
		facts modelFacts
		want  modelChoice
		why   string
	}{
		{"the first refresh learns", modelFacts{records: 1000}, modelChoice{learn: true}, "there was none"},
		{"few records are not learnt from", modelFacts{records: 999}, modelChoice{}, "999 records are too few"},
		{"a company that has grown learns", modelFacts{used: true, use: state.ModelUse{Heard: 4}, records: 1000}, modelChoice{learn: true, heard: 4}, "there was none"},
		{"what is in use goes on", modelFacts{used: true, use: inUse, records: 5000, today: since + 3000}, modelChoice{version: 3, heard: 5}, ""},
		{"also where records have become few", modelFacts{used: true, use: inUse, records: 10, today: since}, modelChoice{version: 3, heard: 5}, ""},
		{"on the day before it is time it goes on", modelFacts{used: true, use: inUse, records: 5000, today: extract.Date(2026, time.April, 29), learning: quarterly}, modelChoice{version: 3, heard: 5}, ""},
		{"when it is time it is learnt anew", modelFacts{used: true, use: inUse, records: 5000, today: extract.Date(2026, time.April, 30), learning: quarterly}, modelChoice{learn: true, byCadence: true, heard: 5}, "it is time: version 3 is in use since 2026-01-31"},
		{"after days as well", modelFacts{used: true, use: inUse, records: 5000, today: since + 90, learning: Learning{Days: 90}}, modelChoice{learn: true, byCadence: true, heard: 5}, "it is time"},
		{"one that cannot be read is learnt anew", modelFacts{used: true, use: inUse, unusable: "cut off", records: 5000, today: since}, modelChoice{learn: true, heard: 5}, "version 3 cannot be used: cut off"},
		{"one that cannot be read and few records", modelFacts{used: true, use: inUse, unusable: "cut off", records: 5, today: since}, modelChoice{heard: 5}, "5 records are too few"},
		{"a person has it learnt", modelFacts{used: true, use: inUse, spoken: true, word: word(0), records: 5000, today: since}, modelChoice{learn: true, heard: 9}, "asked for by ann: to compare"},
		{"a person goes back", modelFacts{used: true, use: inUse, spoken: true, word: word(2), records: 5000, today: since + 900, learning: quarterly}, modelChoice{version: 2, heard: 9}, "asked for by ann: to compare"},
		{"a person goes back to what cannot be read", modelFacts{used: true, use: inUse, spoken: true, word: word(2), unusable: "cut off", records: 5000, today: since}, modelChoice{learn: true, heard: 9}, "version 2, asked for by ann, cannot be used: cut off"},
		{"a word on few records is heard", modelFacts{spoken: true, word: word(0), records: 5}, modelChoice{heard: 9}, "5 records are too few"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			got := choose(c.facts)
			if !strings.HasPrefix(got.why, c.why) || c.why == "" && got.why != "" {
				t.Errorf("because %q, want %q", got.why, c.why)
			}
			if got.why = ""; got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}
