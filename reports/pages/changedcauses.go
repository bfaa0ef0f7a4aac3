package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
)

// A cause is one line of what made a correction differ.
type cause struct{ what, which, before, now string }

// causes lists what is not as it was, rows of sources first.
func (b *book) causes() []cause {
	c := b.in.Changes
	var list []cause
	if c.Moved > 0 {
		list = append(list, cause{"Who is who", "records that belong to another customer than then", "", reports.Thousands(c.Moved)})
	}
	for _, w := range c.Words {
		list = append(list, cause{"A person's decision", w, "", ""})
	}
	for _, s := range c.Settings {
		list = append(list, cause{"Setting", s.Key, shortened(s.Before), shortened(s.Now)})
	}
	if c.Program[0] != c.Program[1] {
		list = append(list, cause{"Program", "version", c.Program[0], c.Program[1]})
	}
	if c.Matching[0] != c.Matching[1] {
		list = append(list, cause{"Matching rules", "version", c.Matching[0], c.Matching[1]})
	}
	if c.Compared {
		list = append(list, cause{"Comparison", "the preceding period was corrected or sent since", "", ""})
	}
	for _, u := range c.Unknown {
		list = append(list, cause{"Cannot be told", u, "", ""})
	}
	return list
}

// longestSetting is how much of a setting is shown: a SELECT may be a page long.
const longestSetting = 120

func shortened(s string) string { return cutTo(strings.Join(strings.Fields(s), " "), longestSetting) }

// causeWords says in one sentence what made the difference, the most telling first.
func (b *book) causeWords() string {
	c := b.in.Changes
	var parts []string
	for _, s := range c.Sources {
		if n := s.rows(); n > 0 {
			parts = append(parts, b.rowWords(s))
		}
	}
	if more := len(parts) - mostSaid; more > 0 {
		parts = append(parts[:mostSaid], fmt.Sprintf("rows of %s", reports.Plural(more, "further kind", "further kinds")))
	}
	if c.Moved > 0 {
		parts = append(parts, reports.Plural(c.Moved, "record belongs", "records belong")+" to another customer")
	}
	for _, s := range first(c.Settings, 2) {
		parts = append(parts, "setting "+s.Key)
	}
	if more := len(c.Settings) - 2; more > 0 {
		parts = append(parts, reports.Plural(more, "further setting", "further settings"))
	}
	if len(c.Words) > 0 {
		parts = append(parts, reports.Plural(len(c.Words), "decision of a person", "decisions of people"))
	}
	if c.Program[0] != c.Program[1] {
		parts = append(parts, fmt.Sprintf("program version %s, then %s", c.Program[1], c.Program[0]))
	}
	if c.Matching[0] != c.Matching[1] {
		parts = append(parts, "new matching rules")
	}
	if c.Compared {
		parts = append(parts, "the preceding period it is compared with")
	}
	if len(parts) == 0 {
		return ""
	}
	if !b.company() {
		return "Because of, in the whole company: " + strings.Join(parts, "; ")
	}
	return "Because of: " + strings.Join(parts, "; ")
}

// rowWords says what became of the rows of a source: "orders of shop: 2 added, 1 gone (+ € 40)".
func (b *book) rowWords(s SourceChange) string {
	var parts []string
	for _, n := range []struct {
		n    int64
		word string
	}{{s.Added, "added"}, {s.Changed, "changed"}, {s.Gone, "gone"}} {
		if n.n > 0 {
			parts = append(parts, reports.Thousands(n.n)+" "+n.word)
		}
	}
	text := fmt.Sprintf("%s of %s: %s", s.Kind, s.Source, strings.Join(parts, ", "))
	if s.Amount != 0 {
		text += " (" + b.moreMoney(s.Amount) + ")"
	}
	return text
}

// moreMoney writes an amount with its sign, which stays on the line of the amount.
func (b *book) moreMoney(m Money) string {
	if m > 0 {
		return "+" + reports.NBSP + b.money(m)
	}
	return b.money(m)
}
