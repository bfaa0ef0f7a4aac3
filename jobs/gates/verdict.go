package gates

import (
	"slices"

	"clientele/transform"
)

// An Effect is what comes of a gate.
type Effect string

// The effects.
const (
	Pass     Effect = "ok"         // open
	Warn     Effect = "warning"    // closed: the report goes out and says it
	Hold     Effect = "held"       // closed: nobody is mailed
	Released Effect = "released"   // it would hold, and a person let the report go
	Unjudged Effect = "not judged" // there is too little to judge by
)

// The kinds of gate.
const (
	Freshness   = "freshness of the sources"
	Aside       = "rows kept aside"
	IDs         = "ids of customers"
	Expected    = "expectation"
	ControlSums = "control totals"
)

// A Verdict is what one gate says about one fact.
type Verdict struct {
	Gate     string          // where it stands in the configuration: sources.shop.fresh
	Kind     string          // one of the kinds
	Scope    transform.Scope // whose workbook it is about; the zero scope is every workbook's
	Effect   Effect
	Words    string // one sentence for managers; empty where nothing is wrong
	Check    string // what is compared
	Expected string
	Found    string
	Why      string // why it matters, in the words of the configuration
	Detail   string // the numbers behind it, for whoever runs the program
}

// Closed reports whether the gate is closed, whatever comes of it.
func (v Verdict) Closed() bool { return v.Effect == Warn || v.Effect == Hold || v.Effect == Released }

// Says is the sentence for managers with the reason for the gate, if one is given.
func (v Verdict) Says() string {
	if v.Why == "" {
		return v.Words
	}
	return v.Words + " " + v.Why
}

// Closed returns the gates of a list that are closed.
func Closed(list []Verdict) []Verdict {
	return slices.DeleteFunc(slices.Clone(list), func(v Verdict) bool { return !v.Closed() })
}

// Holding returns the gates of a list that hold.
func Holding(list []Verdict) []Verdict {
	return slices.DeleteFunc(slices.Clone(list), func(v Verdict) bool { return v.Effect != Hold })
}

// OfAll returns the verdicts that are about every workbook, OfScope those about one
// scope's alone.
func OfAll(list []Verdict) []Verdict { return OfScope(list, transform.Scope{}) }

// OfScope returns the verdicts about one scope's workbook alone.
func OfScope(list []Verdict, scope transform.Scope) []Verdict {
	return slices.DeleteFunc(slices.Clone(list), func(v Verdict) bool { return v.Scope != scope })
}

// About returns the verdicts that one scope's workbook shows: those about every
// workbook first, then its own.
func About(list []Verdict, scope transform.Scope) []Verdict {
	out := OfAll(list)
	if scope != (transform.Scope{}) {
		out = append(out, OfScope(list, scope)...)
	}
	return out
}

// Release returns a list in which nothing holds: a person has seen what is wrong
// and let the report go. It still says what is wrong.
func Release(list []Verdict) []Verdict {
	out := slices.Clone(list)
	for i := range out {
		if out[i].Effect == Hold {
			out[i].Effect = Released
		}
	}
	return out
}

// Stale reports whether nothing but the age of the sources holds: then it is enough
// to read them again later.
func Stale(holding []Verdict) bool {
	return len(holding) > 0 && !slices.ContainsFunc(holding, func(v Verdict) bool { return v.Kind != Freshness })
}
