package pages

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
)

// KeyDefinitions is the name among the key figures of what each of them hangs on, one
// figure a line, its parts between tabs: the figure, the day from which on it means what
// it means (empty where no report before meant another thing), what changed on that day,
// and then every rule with its value.
const KeyDefinitions = "definitions"

// A definition is what a figure of this report hangs on.
type definition struct {
	figure string
	since  transform.Day // the last day of the first report under it; 0 where none before went by another
	why    []string      // what changed then, in words
	rests  []string      // "lapsed_after=180"
	fresh  bool          // the report of the preceding period went by another
}

// definitions says what figures hang on, and since when, going by what the accepted
// report of the preceding period said, or the last before it. Of one that did not say
// nothing is known.
func (b *book) definitions() []definition {
	then := definitionsOf(cmp.Or(b.in.Previous[KeyDefinitions], b.in.Previous[KeyEarlier]))
	var out []definition
	for _, m := range metrics.Definitions() {
		d := definition{figure: m.Figure, rests: b.rests(m)}
		if was, said := then[m.Figure]; said && slices.Equal(was.rests, d.rests) {
			d.since, d.why = was.since, was.why
		} else if said {
			d.since, d.why, d.fresh = b.r.Period.To-1, b.otherRules(was.rests, d.rests), b.preceded()
		}
		out = append(out, d)
	}
	return out
}

// rests lists everything a figure hangs on, with its value.
func (b *book) rests(m metrics.Definition) []string {
	out := []string{"version=" + strconv.Itoa(m.Version), "zone=" + b.zone().String(), "currency=" + b.in.Currency, "excluded=" + b.in.Excluded}
	for _, name := range m.Rests {
		out = append(out, name+"="+b.r.Rules.Said(name))
	}
	return append(out, b.basis(m.Figure)...)
}

// basis is what a figure hangs on that the records decide, not a rule.
func (b *book) basis(figure string) []string {
	costed, scored, whom := "gross", "rank", "active"
	if b.costed() {
		costed = "net"
	}
	if b.r.RFM.ByLimits {
		scored = "limits"
	}
	if b.r.Lifetime.Winner != "" {
		whom = "all"
	}
	switch figure {
	case "profit", "period_profit":
		return []string{"profit=" + costed}
	case "lifetime_value":
		return []string{"profit=" + costed, "whom=" + whom}
	case metrics.SegmentGroups:
		return []string{"scored=" + scored}
	case metrics.QuadrantsGroups:
		return []string{"profit=" + costed, "many=" + strconv.FormatInt(b.r.Products.Many, 10)}
	}
	return nil
}

// line writes a definition as it is kept.
func (d definition) line() string {
	since := ""
	if d.since != 0 {
		since = d.since.String()
	}
	return strings.Join(append([]string{d.figure, since, strings.Join(d.why, "; ")}, d.rests...), "\t")
}

// definitionLines writes down what figures hang on.
func (b *book) definitionLines() string {
	var lines []string
	for _, d := range b.definitions() {
		lines = append(lines, d.line())
	}
	return strings.Join(lines, "\n")
}

// definitionsOf reads what is kept; a line that cannot be read was not said.
func definitionsOf(text string) map[string]definition {
	out := map[string]definition{}
	for _, line := range split(text) {
		parts := strings.Split(line, "\t")
		if len(parts) < 4 {
			continue
		}
		d := definition{figure: parts[0], rests: parts[3:]}
		if day, err := extract.ParseDay(parts[1]); err == nil {
			d.since = day
		}
		if parts[2] != "" {
			d.why = strings.Split(parts[2], "; ")
		}
		out[d.figure] = d
	}
	return out
}

// SameDefinition reports whether a figure hangs on the same by two texts kept under
// KeyDefinitions. One that did not say is taken to.
func SameDefinition(figure, then, now string) bool {
	a, said := definitionsOf(then)[figure]
	z, also := definitionsOf(now)[figure]
	return !said || !also || slices.Equal(a.rests, z.rests)
}

// redefined reports whether the accepted report of the preceding period meant another
// thing by a figure.
func (b *book) redefined(figure string) bool {
	return slices.ContainsFunc(b.definitions(), func(d definition) bool { return d.figure == figure && d.fresh })
}

// redefinedWords stand where a change would.
func (b *book) redefinedWords() string { return "definition changed on " + plain(b.r.Period.To-1) }
