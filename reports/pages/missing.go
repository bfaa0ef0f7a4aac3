package pages

import (
	"slices"
	"strings"

	"clientele/extract"
	"clientele/reports"
)

// lacking reports whether no source delivers a flow.
func (b *book) lacking(f flow) bool {
	if (f == flow{extract.Products, "cost"}) { // on products or on lines: either will do
		return b.r.Data.CostKnown.Value <= 0
	}
	if slices.Contains(b.absent(), f.kind) {
		return true
	}
	return f.name != "" && b.r.Data.Flow(f.kind, f.name).Filled == 0
}

// missingTable lists the flows that no source delivers, each with what it would tell.
func (b *book) missingTable() reports.Table[stated] {
	t := reports.Table[stated]{Title: "What no source delivers: record it to learn more", Key: "MissingFlows", Columns: wordColumns(
		[2]string{"Record", "Kind of record and field."}, [2]string{"Delivered", "How many records hold it."}, [2]string{"To learn", "Questions that wait for it."},
		[2]string{"Sheet", "Where the answer would stand."})}
	t.Columns = append(t.Columns, reports.ID("Questions", "Their numbers in docs/metrics.md.", func(s stated) string { return s.e }).Width(methodWidths[4]))
	for _, f := range flows() {
		if !b.lacking(f) {
			continue
		}
		var texts, sheets, numbers []string
		for _, q := range allQueries() {
			if !slices.Contains(q.needs, f) {
				continue
			}
			texts, sheets = append(texts, q.text), append(sheets, q.sheets...)
			if q.numbers != "" {
				numbers = append(numbers, q.numbers)
			}
		}
		t.Rows = append(t.Rows, stated{"Record " + f.String(), b.deliveredWords(f), strings.Join(texts, "; "), strings.Join(distinct(sheets), ", "), strings.Join(numbers, ", ")})
	}
	if len(t.Rows) == 0 {
		t.Note = "Nothing: every flow that the questions need is delivered."
	}
	return t
}

func allQueries() []query { return slices.Concat(queries(), furtherQueries()) }

// flows lists what the questions need, in order of kinds, then as they come up.
func flows() []flow {
	var out []flow
	for _, k := range extract.Kinds() {
		for _, q := range allQueries() {
			for _, f := range q.needs {
				if f.kind == k && !slices.Contains(out, f) {
					out = append(out, f)
				}
			}
		}
	}
	return out
}

func (b *book) deliveredWords(f flow) string {
	n := b.r.Data.Flow(f.kind, f.name).Of
	if (f == flow{extract.Products, "cost"}) {
		return "on no product and no order line"
	}
	if n == 0 || f.name == "" {
		return "no record of this kind"
	}
	return "on none of " + reports.Plural(n, "record", "records")
}

// openTable lists the questions that records answer in part, by proxy or not at all.
func (b *book) openTable() reports.Table[stated] {
	t := reports.Table[stated]{Title: "Questions that these records answer in part, or that only people can answer", Key: "OpenQuestions", Columns: wordColumns(
		[2]string{"Answer", "In part, By proxy, Not answered, or Ask."}, [2]string{"Question", "What a company should know of its customers."}, [2]string{"What is missing", "What would answer it."},
		[2]string{"See", "Sheets with the facts there are."}, [2]string{"Number", "In docs/metrics.md."})}
	for _, q := range allQueries() {
		if state, missing := b.answer(q); state != "" {
			t.Rows = append(t.Rows, stated{state, q.text, missing, strings.Join(q.sheets, ", "), q.numbers})
		}
	}
	return t
}

// answer says how far a question is answered, nothing where it wholly is, and what is
// missing.
func (b *book) answer(q query) (state, missing string) {
	var absent []string
	for _, f := range q.needs {
		if b.lacking(f) {
			absent = append(absent, f.String())
		}
	}
	switch {
	case q.how == byAsk:
		return "Ask", capital(q.lacks)
	case len(absent) == len(q.needs) && len(absent) > 0:
		return "Not answered", "Record " + strings.Join(absent, " and ")
	case len(absent) > 0:
		return "In part", "Record " + strings.Join(absent, " and ")
	case len(q.sheets) == 0:
		return "Not answered", capital(q.lacks)
	case q.how == byProxy:
		return "By proxy", capital(q.lacks)
	case q.lacks != "":
		return "In part", capital(q.lacks)
	}
	return "", ""
}

func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
