package jobs

import (
	"fmt"
	"html"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"clientele/reports"
	"clientele/reports/mail"
	"clientele/transform"
)

// scoped is a letter's scope, and everything that is written in the letter.
type scoped struct {
	name  string
	scope transform.Scope
	text  string
}

// generatedScopes sends both reports of the generated company to the whole and to
// every territory and rep, for two months, and returns the letters of the second,
// which tell what happened since the first, with the company's figures.
func generatedScopes(t *testing.T) ([]scoped, Measured) {
	t.Helper()
	if testing.Short() {
		t.Skip("measures a generated company")
	}
	dir := t.TempDir()
	generated(t, dir, 200, 3_000)
	d := bencher(t, loaded(t, dir), dir)
	post := &postman{answers: map[string]error{}}
	d.Carrier, d.Spool, d.Archive = post, mail.NewSpool(filepath.Join(dir, "spool")), filepath.Join(dir, "archive")
	d.Company.From = reports.Address{Mail: "reports@example.org"}
	refreshed(t, d)
	whole := mustMeasure(t, d)
	of := map[string]transform.Scope{}
	for _, s := range everyScope(whole) {
		of[fmt.Sprintf("r%d@example.org", len(of))] = s
	}
	var out []scoped
	for i := range d.Reports {
		for n := range len(of) {
			address := fmt.Sprintf("r%d@example.org", n)
			d.Reports[i].Recipients = append(d.Reports[i].Recipients, Recipient{Address: address, Scope: of[address]})
		}
	}
	for _, r := range d.Reports {
		for _, p := range []transform.Period{october.Previous(), october} {
			post.taken = nil
			if _, err := d.Publish(t.Context(), r.Name, p, PublishOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		if len(post.taken) != len(of) {
			t.Fatalf("%d letters for %d recipients", len(post.taken), len(of))
		}
		for _, m := range post.taken {
			out = append(out, scoped{r.Name + " for " + of[m.To].Name(), of[m.To], everything(t, m)})
		}
	}
	return out, whole
}

// everyScope are the whole company, every territory and every rep.
func everyScope(m Measured) []transform.Scope {
	var out []transform.Scope
	for _, r := range m.of(transform.Scope{}).Rows {
		out = append(out, transform.Scope{Territory: r.Territory}, transform.Scope{Rep: r.Rep})
	}
	slices.SortFunc(out, func(a, b transform.Scope) int { return strings.Compare(a.Territory+"|"+a.Rep, b.Territory+"|"+b.Rep) })
	return slices.Compact(out)
}

// TestNoScopeNamesAnybodyOutside reads every text of every letter and workbook: cells,
// headers and footers, properties, names, alternative texts, mail and plain text.
func TestNoScopeNamesAnybodyOutside(t *testing.T) {
	letters, whole := generatedScopes(t)
	rows := whole.of(transform.Scope{}).Rows
	owners := map[string][]*transform.Figures{}
	reps := map[string]bool{}
	for _, r := range rows {
		owners[r.Name] = append(owners[r.Name], r)
		if r.Rep != "" {
			reps[r.Rep] = true
		}
	}
	if len(reps) < 8 || len(letters) < 34 {
		t.Fatalf("%d reps, %d letters", len(reps), len(letters))
	}
	told := map[string]int{} // letters to a territory and to a rep that tell of it
	for _, l := range letters {
		if l.scope == (transform.Scope{}) {
			continue
		}
		kind := "a territory"
		if l.scope.Rep != "" {
			kind = "a rep"
		}
		for _, part := range sinceParts {
			if strings.Contains(l.text, part) {
				told[kind+": "+part]++
			}
		}
		inside := map[string]bool{l.scope.Rep: true}
		for _, r := range rows {
			if l.scope.Rep == "" && r.In(l.scope) {
				inside[r.Rep] = true
			}
		}
		for rep := range reps {
			if !inside[rep] && strings.Contains(l.text, rep) {
				t.Errorf("%s names the rep %s", l.name, rep)
			}
		}
		foreign := func(name string) bool {
			held := owners[name]
			return len(held) > 0 && !slices.ContainsFunc(held, func(r *transform.Figures) bool { return r.In(l.scope) })
		}
		letter, book, _ := strings.Cut(l.text, "<?xml")
		for _, cell := range cells(book) {
			if foreign(cell) {
				t.Errorf("%s names the customer %s of %s", l.name, cell, owners[cell][0].Territory)
			}
		}
		for name := range owners {
			if len(name) > 12 && foreign(name) && !within(name, owners, l.scope) && strings.Contains(letter, name) {
				t.Errorf("%s says %s in the mail, who is of %s", l.name, name, owners[name][0].Territory)
			}
		}
	}
	for _, kind := range []string{"a territory", "a rep"} {
		for _, part := range sinceParts {
			if told[kind+": "+part] == 0 {
				t.Errorf("no letter to %s says %q: what it would name was not looked at", kind, part)
			}
		}
	}
}

// sinceParts begin what a letter tells of the time since the last report.
var sinceParts = []string{"Joined the at-risk list", "Left the at-risk list", "Customers' revenue of October 2026", "the largest accounts of it", "against it", "Largest account"}

var cellText = regexp.MustCompile(`<t(?: [^>]*)?>([^<]*)</t>`)

// cells returns the shared texts of a workbook.
func cells(book string) []string {
	var out []string
	for _, m := range cellText.FindAllStringSubmatch(book, -1) {
		out = append(out, html.UnescapeString(m[1]))
	}
	return out
}

// within reports whether a name is part of the name of a customer of the scope.
func within(name string, owners map[string][]*transform.Figures, scope transform.Scope) bool {
	for other, held := range owners {
		if strings.Contains(other, name) && slices.ContainsFunc(held, func(r *transform.Figures) bool { return r.In(scope) }) {
			return true
		}
	}
	return false
}
