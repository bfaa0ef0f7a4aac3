package pages

import (
	"slices"
	"strings"

	"clientele/reports"
)

// A Gate is something that was looked at before the report was sent, beside the
// checks that allow no difference.
type Gate struct {
	Result   string // "OK", "WARNING", "NOT JUDGED"
	Of       string // what kind of thing it is
	Check    string // what is compared
	Expected string
	Found    string
	Says     string // the sentence readers are warned with; empty where nothing is wrong
}

// GateWarning is the result of a gate that warns.
const GateWarning = "WARNING"

// longestWarning is how many characters of a warning the width of the first page
// takes, beside what is said of the others.
const longestWarning = 130

// mostWarned is how many warnings a letter says in full.
const mostWarned = 3

// warnings lists the sentences readers are warned with, each once, the gravest first.
func (b *book) warnings() []string {
	var list []string
	for _, g := range grouped(graver(b.in.Gates)) {
		if g.Says != "" && !slices.Contains(list, g.Says) {
			list = append(list, g.Says)
		}
	}
	return list
}

// gateWarning is what stands over a letter, the first few warnings in full.
func (b *book) gateWarning() string { return saying(b.warnings(), mostWarned) }

// overviewWarning is what stands over the first page, on one line.
func (b *book) overviewWarning() string {
	list := b.warnings()
	if len(list) == 0 {
		return ""
	}
	list[0] = cutTo(list[0], longestWarning)
	return "Warning: " + saying(list, 1)
}

func saying(list []string, most int) string {
	text := strings.Join(first(list, most), " ")
	if more := len(list) - most; more > 0 {
		text += " " + reports.Plural(more, "more warning", "more warnings") + ": see Method & data."
	}
	return text
}

// gateTable shows what was looked at before the report was sent.
func (b *book) gateTable() reports.Table[stated] {
	t := reports.Table[stated]{Title: "What was looked at before this was sent", Key: "Gates", Columns: wordColumns(
		[2]string{"Result", "OK, WARNING, or NOT JUDGED where there is too little to judge by."}, [2]string{"Of", "What kind of thing it is."},
		[2]string{"Check", "What is compared; for a warning, what is wrong."}, [2]string{"Expected", "Where it has to lie."}, [2]string{"Found", "Where it lies."})}
	t.Columns[0] = t.Columns[0].GoodWords("OK").BadWords(GateWarning)
	for _, g := range b.in.Gates {
		check := g.Check
		if g.Says != "" {
			check = g.Says
		}
		t.Rows = append(t.Rows, stated{g.Result, g.Of, check, g.Expected, g.Found})
	}
	return t
}
