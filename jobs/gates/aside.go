package gates

import (
	"fmt"
	"strings"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// Shares are the shares above which a gate warns and holds; zero never does.
type Shares struct{ Warn, Hold float64 }

// effect is what a share brings about.
func (s Shares) effect(share float64) Effect {
	switch {
	case s.Hold > 0 && share > s.Hold:
		return Hold
	case s.Warn > 0 && share > s.Warn:
		return Warn
	}
	return Pass
}

// on reports whether anything is asked for.
func (s Shares) on() bool { return s.Warn > 0 || s.Hold > 0 }

// words says the limits.
func (s Shares) words() string {
	switch {
	case s.Hold == 0:
		return "at most " + percent(s.Warn)
	case s.Warn == 0:
		return "at most " + percent(s.Hold) + ", else held"
	}
	return "at most " + percent(s.Warn) + ", held above " + percent(s.Hold)
}

// allowed is the smallest limit, which a reader is told.
func (s Shares) allowed() float64 {
	if s.Warn > 0 && (s.Hold == 0 || s.Warn < s.Hold) {
		return s.Warn
	}
	return s.Hold
}

// AsidePath is where the gate stands in the configuration; the source and kind that a
// verdict is about follow it, with a stroke before each.
const AsidePath = "gates.kept_aside"

// KeptAside judges the share of the rows of each kind of each source that the last
// refresh kept aside because they break their contract.
func KeptAside(limits Shares, coverage []transform.Coverage) []Verdict {
	if !limits.on() {
		return nil
	}
	var out []Verdict
	for _, c := range coverage {
		if c.Read > 0 {
			out = append(out, keptAside(limits, c))
		}
	}
	return out
}

func keptAside(limits Shares, c transform.Coverage) Verdict {
	share := float64(c.Aside) / float64(c.Read)
	v := Verdict{
		Gate: AsidePath + "/" + c.Source + "/" + string(c.Kind), Kind: Aside, Effect: limits.effect(share),
		Check: c.Source + " " + kindWord(c.Kind) + ": rows kept aside", Expected: limits.words(),
		Found:  fmt.Sprintf("%s (%s of %s)", percent(share), reports.Thousands(c.Aside), reports.Plural(c.Read, "row", "rows")),
		Detail: fmt.Sprintf("%d of %d rows kept aside, %s (%s)", c.Aside, c.Read, limits.words(), AsidePath),
	}
	if v.Closed() {
		v.Words = fmt.Sprintf("Of the %s of %s, %s (%s of %s) could not be used and are missing; expected at most %s.",
			kindWord(c.Kind), c.Source, beyond(share, limits.allowed()), reports.Thousands(c.Aside), reports.Plural(c.Read, "row", "rows"), percent(limits.allowed()))
	}
	return v
}

// kindWord names the records of a kind in a sentence.
func kindWord(k extract.Kind) string {
	switch k {
	case extract.Lines:
		return "order lines"
	case extract.Parties:
		return "customer records"
	}
	return string(k)
}

// Condensed puts all kinds of record of which next to no rows were kept aside on one
// line.
func Condensed(list []Verdict) []Verdict {
	var out []Verdict
	at, n := -1, 0
	for _, v := range list {
		if v.Kind != Aside || v.Effect != Pass || !strings.HasPrefix(v.Found, percent(0)) {
			out = append(out, v)
			continue
		}
		if n++; at < 0 {
			at = len(out)
			out = append(out, v)
		}
	}
	if n > 1 {
		out[at].Check, out[at].Found = fmt.Sprintf("rows kept aside, of %d kinds of record", n), "less than "+percent(0.0001)+" of each"
	}
	return out
}
