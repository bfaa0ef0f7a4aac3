package gates

import (
	"fmt"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// Fresh is how old the newest record of a source may be at the end of a period.
type Fresh struct {
	Source string
	Kind   extract.Kind // empty: of any kind
	Days   int
	Effect Effect // Warn or Hold, when it is older
	Path   string // where it is configured
}

// Judge holds the newest record of a source, as the refresh has counted it, against
// the end of a period. Records dated after the moment they were read are no sign of
// freshness, and the coverage does not count them. A source of which no record has
// a moment at all is closed: it is empty, or was cut off.
func (f Fresh) Judge(coverage []transform.Coverage, period transform.Period, zone *time.Location) Verdict {
	newest := f.Newest(coverage)
	oldest := (period.To - transform.Day(f.Days)).Start(zone)
	v := Verdict{
		Gate: f.Path, Kind: Freshness, Effect: Pass, Check: f.name() + ": newest record",
		Expected: fmt.Sprintf("at most %s before the end of %s", reports.Plural(f.Days, "day", "days"), period.Label()), Found: day(newest, zone),
		Detail: fmt.Sprintf("newest %s, needed %s or later (%s)", moment(newest), moment(oldest), f.Path),
	}
	if newest >= period.To.Start(zone) {
		v.Found = "after the end of " + period.Label() // the same however often it is read again
	}
	if newest >= oldest {
		return v
	}
	v.Effect = f.Effect
	v.Words = fmt.Sprintf("%s end on %s: what happened after that is missing.", f.data(), v.Found)
	if newest == 0 {
		v.Found = "no record with a date"
		v.Words = fmt.Sprintf("%s are missing.", f.data())
	}
	return v
}

// Newest is the newest moment of what the gate is about, zero where there is none.
func (f Fresh) Newest(coverage []transform.Coverage) extract.Instant {
	var newest extract.Instant
	for _, c := range coverage {
		if c.Source == f.Source && (f.Kind == "" || c.Kind == f.Kind) {
			newest = max(newest, c.Newest)
		}
	}
	return newest
}

func (f Fresh) name() string {
	if f.Kind == "" {
		return f.Source
	}
	return f.Source + " " + kindWord(f.Kind)
}

// data names the data as they begin a sentence.
func (f Fresh) data() string {
	if f.Kind == "" {
		return "The data of " + f.Source
	}
	return "The " + kindWord(f.Kind) + " of " + f.Source
}
