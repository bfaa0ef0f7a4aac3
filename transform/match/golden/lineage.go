package golden

import (
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// A Chosen is where one field or group of a golden record is from, and why.
type Chosen struct {
	Field   string
	Value   string          // as it stands in the golden record; a group's on one line
	From    extract.Ref     // the record; none for a value that a person wrote
	Changed extract.Instant // when the record last changed; zero where it does not say
	Rule    string          // the rung that told it from the next best value
	Over    []Passed        // the other values, the best first
	More    int             // how many more values are not listed
}

// A Passed is a value that lost.
type Passed struct {
	Value   string
	From    extract.Ref
	Changed extract.Instant
}

// mostPassed is how many lost values a field lists.
const mostPassed = 12

// Derive returns the lineage of a record that is a customer of its own: of those none
// is stored.
func Derive(p extract.Party, opts Options) []Chosen {
	if p.Status == extract.PartyErased {
		return nil
	}
	res := match.Result{Clusters: [][]int32{{0}}}
	w := &work{m: newMerging([]extract.Party{p}, res, opts), always: true}
	w.m.findShared(res, make([]int32, 1))
	w.golden(new(transform.Customer), "", res.Clusters[0])
	if p.Account != "" {
		w.chosen = append(w.chosen, Chosen{Field: Account, Value: p.Source + "/" + p.Account, From: p.Ref, Changed: seenAt(&p), Rule: Only})
	}
	return w.chosen
}

// Words says where a value is from, why, and what was passed over: "e-mail ann@x.org from
// crm/17 (changed 3 May 2026), because it changed last; passed over: bob@y.org of shop/4".
func (c Chosen) Words() string {
	var b strings.Builder
	value := c.Value
	if c.Field == Since { // a moment: its day says enough
		value, _, _ = strings.Cut(value, "T")
	}
	b.WriteString(FieldWord(c.Field) + " " + value)
	if c.From.Source != "" {
		b.WriteString(" from " + c.From.Named() + changedOn(c.Changed))
	}
	b.WriteString(", " + c.Because())
	for n, o := range c.Over {
		if n == 0 {
			b.WriteString("; passed over: ")
		} else {
			b.WriteString(", ")
		}
		b.WriteString(o.Value + " of " + o.From.Named() + changedOn(o.Changed))
	}
	if c.More > 0 {
		b.WriteString(" and more")
	}
	return b.String()
}

func changedOn(at extract.Instant) string {
	if at == 0 {
		return ""
	}
	return " (changed " + at.Time().Format("2 January 2006") + ")"
}

// Because says the rung in words.
func (c Chosen) Because() string {
	if words, known := because[c.Rule]; known {
		return words
	}
	return "by the rule " + c.Rule
}

var because = map[string]string{
	Decided: "because a person decided so", Only: "no other record says anything", Agreed: "all records agree",
	Valid: "because the others are placeholders or cannot be valid", Fit: "because it is the more complete, or the customer's own",
	Trusted: "because its source is further up", Aged: "because it is so much newer than what a source further up says",
	Newest: "because it changed last", Oldest: "because its record is the oldest", Frequent: "because most sources say so",
	Longest: "because it is the longest", Smallest: "because nothing tells them apart but the order they stand in",
	Earliest: "the earliest record that says so", Latest: "the latest record that says so", AnySays: "one record that says so is enough",
	AllSay: "every record says so", Strictest: "because one no is enough",
}

// FieldWord is a field as people say it.
func FieldWord(field string) string {
	switch field {
	case Email:
		return "e-mail"
	case Born:
		return "date of birth"
	case Acquired:
		return "won through"
	case Since:
		return "known since"
	}
	return strings.ReplaceAll(field, "_", " ")
}
