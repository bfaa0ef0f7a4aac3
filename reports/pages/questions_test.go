package pages

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform/metrics"
)

const (
	metricsPage   = "../../docs/metrics.md"
	queriesBegin  = "<!-- From here on written by: go test ./reports/pages -run QuestionsPage -update -->\n"
	queriesFinish = "<!-- Up to here. -->\n"
)

// Docs and code list the same questions, sheets and fields.
func TestQuestionsPageListsEveryQuestion(t *testing.T) {
	page, err := os.ReadFile(metricsPage)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, found := bytes.Cut(page, []byte(queriesBegin))
	list, tail, also := bytes.Cut(rest, []byte(queriesFinish))
	if !found || !also {
		t.Fatalf("%s does not hold the marks around its list of questions", metricsPage)
	}
	want := queryList()
	if *update {
		if err := os.WriteFile(metricsPage, slices.Concat(head, []byte(queriesBegin+want+queriesFinish), tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(list) != want {
		t.Errorf("%s does not list the questions as they are: run go test ./reports/pages -run QuestionsPage -update", metricsPage)
	}
}

func queryList() string {
	var b strings.Builder
	b.WriteString("\n| # | question | | where | needs | what is missing in any case |\n|---|---|---|---|---|---|\n")
	for _, q := range queries() {
		var needs []string
		for _, f := range q.needs {
			needs = append(needs, "`"+f.String()+"`")
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", q.numbers, q.text, q.how, strings.Join(q.sheets, ", "), strings.Join(needs, " "), q.lacks)
	}
	return b.String() + "\n"
}

func TestThereAre54QuestionsAndEachHasItsKind(t *testing.T) {
	kinds := map[string]int{}
	for _, q := range queries() {
		kinds[q.how] += len(strings.Split(q.numbers, ","))
	}
	same(t, fmt.Sprint(kinds[byData], kinds[byProxy], kinds[byAsk]), "31 18 5")
}

func TestEveryQuestionNamesASheetThatExists(t *testing.T) {
	in := company(t, 5)
	tabs := map[string]bool{}
	for _, wb := range []string{SalesName, MarketingName} {
		book := Sales(in)
		if wb == MarketingName {
			book = Marketing(in)
		}
		for _, p := range book.Pages {
			tabs[p.Sheet().Tab] = true
		}
	}
	for _, q := range allQueries() {
		for _, s := range q.sheets {
			if !tabs[s] {
				t.Errorf("question %s is answered on %q, which is no sheet", q.numbers, s)
			}
		}
	}
}

// A misspelt field would be missing for ever.
func TestEveryFlowAQuestionNeedsIsCounted(t *testing.T) {
	data := company(t, 5).Results.Data
	for _, f := range flows() {
		known := slices.ContainsFunc(data.Flows, func(c metrics.Flow) bool { return c.Kind == f.kind && c.Field == f.name })
		if f.name != "" && !known {
			t.Errorf("nobody counts %s", f)
		}
		fields := extract.New(f.kind).Fields()
		if f.name != "" && !slices.ContainsFunc(fields, func(x extract.Field) bool { return x.Name == f.name }) {
			t.Errorf("%s is no field of a record", f)
		}
	}
}

func TestMissingFlowsSayWhatTheyWouldTell(t *testing.T) {
	b := over(func(r *metrics.Results) {
		for _, f := range flows() {
			if (f != flow{extract.Tickets, "reopened"}) && f.kind != extract.Payments {
				r.Data.Flows = append(r.Data.Flows, metrics.Flow{Kind: f.kind, Field: f.name, Of: 9, Filled: 3})
			}
		}
		r.Data.Flows = append(r.Data.Flows, metrics.Flow{Kind: extract.Tickets, Field: "reopened", Of: 9})
		r.Data.CostKnown = extract.Some(extract.One)
	})
	got := ""
	for _, r := range b.missingTable().Rows {
		got += r.a + " | " + r.b + " | " + r.c + "\n"
	}
	same(t, got, "Record payments | no record of this kind | How much of customers and bills the desk can see; Whether contract customers pay in time\n"+
		"Record tickets.reopened | on none of 9 records | Whether a concern is resolved\n")
	for _, q := range queries() {
		if q.numbers == "43" {
			state, missing := b.answer(q)
			same(t, state+": "+missing, "In part: Record tickets.reopened")
		}
	}
}
