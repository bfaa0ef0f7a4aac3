package jobs

import (
	"cmp"
	"fmt"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

// Learning says when the model of matching is learnt anew, and when drift is told.
type Learning struct {
	Months, Days int     // after so much time; never when both are zero
	Least        int     // from so many records on; 0 is 1,000
	Drift        float64 // the stability index above which ops are told; 0 never tells
}

// leastRecords is from how many records on a model is learnt from them: fewer have too
// few pairs of one customer to learn from, and what is built in knows more.
const leastRecords = 1000

// modelFacts are what the choice of a model hangs on.
type modelFacts struct {
	used     bool            // some model is in use
	use      state.ModelUse  // which, and since when
	unusable string          // why the stored model that is asked for, or in use, cannot be; empty where it can
	word     state.ModelWord // a person's, that no refresh has heeded
	spoken   bool            // there is one
	records  int
	today    transform.Day
	learning Learning
}

// A modelChoice is which model a refresh goes by.
type modelChoice struct {
	learn     bool
	version   int64           // of a stored model; 0 with learn is a new one, without what is built in
	why       string          // in words; empty where the model in use goes on
	byCadence bool            // nobody asked for it
	heard     extract.Instant // the latest word that was heeded
}

// choose says which model a refresh goes by. A person's word goes first; without one
// the model in use goes on unless there is none, it cannot be used, or it is time.
func choose(f modelFacts) modelChoice {
	c := modelChoice{heard: f.use.Heard}
	switch {
	case f.spoken && f.word.Version > 0 && f.unusable == "":
		c.version, c.heard = f.word.Version, f.word.At
		c.why = "asked for by " + f.word.Who + because(f.word.Why)
		return c
	case f.spoken:
		c.learn, c.heard = true, f.word.At
		c.why = "asked for by " + f.word.Who + because(f.word.Why)
		if f.word.Version > 0 {
			c.why = fmt.Sprintf("version %d, asked for by %s, cannot be used: %s", f.word.Version, f.word.Who, f.unusable)
		}
	case !f.used || f.use.Version == 0:
		c.learn, c.why = true, "there was none"
	case f.unusable != "":
		c.learn, c.why = true, fmt.Sprintf("version %d cannot be used: %s", f.use.Version, f.unusable)
	case f.learning.due(f.use.AsOf, f.today):
		c.learn, c.byCadence, c.why = true, true, fmt.Sprintf("it is time: version %d is in use since %s", f.use.Version, f.use.AsOf)
	default:
		c.version = f.use.Version
	}
	if least := cmp.Or(f.learning.Least, leastRecords); c.learn && f.records < least {
		c.learn, c.byCadence = false, false
		c.why = fmt.Sprintf("%d records are too few to learn from (%d are needed)", f.records, least)
	}
	return c
}

func because(why string) string {
	if why == "" {
		return ""
	}
	return ": " + why
}

// due reports whether a model in use since a day is to be learnt anew.
func (l Learning) due(since, today transform.Day) bool {
	switch {
	case l.Months > 0:
		return today >= since.AddMonths(l.Months)
	case l.Days > 0:
		return today >= since+transform.Day(l.Days)
	}
	return false
}
