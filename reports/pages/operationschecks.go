package pages

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/reports"
	"clientele/transform"
)

// A checkLine is one thing that was looked at, a control total or a gate.
type checkLine struct {
	status, name, of string
	expected, found  reports.Value
	allowed, words   string
}

// The status of control totals; gates say theirs.
const (
	statusOK     = "OK"
	statusFailed = "FAILED"
)

// lookedAt lists everything that was looked at, what is wrong first.
func (b *book) lookedAt() []checkLine {
	var list []checkLine
	for _, c := range condensed(b.in.Checks) {
		list = append(list, totalLine(c, "sources, warehouse and workbook"))
	}
	for _, c := range condensed(b.r.Checks) {
		list = append(list, totalLine(c, "figures among themselves"))
	}
	for _, g := range b.in.Gates {
		list = append(list, gateLine(g))
	}
	slices.SortStableFunc(list, func(x, y checkLine) int { return cmp.Compare(statusGravity(x.status), statusGravity(y.status)) })
	return list
}

// statusGravity puts what is wrong before what is right.
func statusGravity(status string) int {
	switch status {
	case statusFailed:
		return 0
	case GateWarning:
		return 1
	case statusOK:
		return 3
	}
	return 2
}

func totalLine(c transform.Check, of string) checkLine {
	l := checkLine{status: outcome(c.Passed), name: c.Name, of: of, expected: controlSum(c.Expected), found: controlSum(c.Found), allowed: "no difference"}
	if !l.expected.Kind.Numeric() || l.expected.Kind != l.found.Kind { // a column of numbers holds no words
		l.words = fmt.Sprintf("expected %s, found %s", c.Expected, c.Found)
		l.expected, l.found = reports.Nothing(), reports.Nothing()
	}
	return l
}

func gateLine(g Gate) checkLine {
	words := "Found: " + orElse(g.Found, "nothing")
	if g.Says != "" {
		words += ". " + g.Says
	}
	return checkLine{status: g.Result, name: g.Check, of: g.Of, allowed: g.Expected, words: words}
}

// difference is what was found beyond what was expected.
func (l checkLine) difference() reports.Value {
	switch {
	case !l.expected.Known || !l.found.Known || l.expected.Kind != l.found.Kind:
		return reports.Nothing()
	case l.expected.Kind.Money():
		return reports.MoneyCentsValue(Money(l.found.Amount - l.expected.Amount))
	}
	return reports.CountValue(int64(l.found.Number - l.expected.Number))
}

func (b *book) checksPage() reports.Page {
	rows := b.lookedAt()
	cols := []reports.Column[checkLine]{
		reports.Text("Status", "OK or FAILED of a control total; OK, WARNING or NOT JUDGED of a gate.", func(l checkLine) string { return l.status }).
			GoodWords(statusOK).BadWords(statusFailed, GateWarning).Width(14).Bold(),
		reports.Text("Check", "What is compared.", func(l checkLine) string { return l.name }).Within(70),
		reports.Text("Kind of check", "A control total ties two ways to one number; a gate is what is looked at before anything is sent.", func(l checkLine) string { return l.of }).Within(40),
	}
	cols = append(cols, checkNumbers(rows, reports.KindCount, "number")...)
	cols = append(cols, checkNumbers(rows, reports.KindMoneyCents, "amount")...)
	cols = append(cols, reports.Text("Allowed", "How much they may differ: control totals not at all; of a gate, where the fact has to lie.", func(l checkLine) string { return l.allowed }).Within(44))
	if slices.ContainsFunc(rows, func(l checkLine) bool { return l.words != "" }) {
		cols = append(cols, reports.Text("In words", "Of a gate, where the fact lies and what is wrong.", func(l checkLine) string { return l.words }).Within(60))
	}
	return reports.List[checkLine]{
		Head:  reports.Head{Tab: "Checks", Title: "Checks and gates", Question: "Do the reports agree with the sources?", Finding: b.checksFinding(rows)},
		Table: reports.Table[checkLine]{Key: "checks", Rows: rows, Columns: cols},
	}
}

// checkNumbers are the columns of what was expected and found in one unit, none where
// nothing is counted in it.
func checkNumbers(rows []checkLine, k reports.Kind, unit string) []reports.Column[checkLine] {
	if !slices.ContainsFunc(rows, func(l checkLine) bool { return l.expected.Known && l.expected.Kind == k }) {
		return nil
	}
	column := func(head, help string, of func(checkLine) reports.Value) reports.Column[checkLine] {
		return reports.Values(k, head, help, of).Blank(func(l checkLine) bool { v := of(l); return !v.Known || v.Kind != k }).Unit(unit).Width(15)
	}
	return []reports.Column[checkLine]{
		column("Expected", "The one way to the number; amounts of a source are in the currency it has them in.", func(l checkLine) reports.Value { return l.expected }),
		column("Found", "The other way.", func(l checkLine) reports.Value { return l.found }),
		column("Difference", "Found less expected.", checkLine.difference),
	}
}

// checksFinding counts what agrees and what does not.
func (b *book) checksFinding(rows []checkLine) string {
	text := allOf(len(b.checks()), "check agrees", "checks agree")
	switch failed := b.failed(); {
	case len(b.checks()) == 0:
		text = "No control total was held"
	case failed > 0:
		text = fmt.Sprintf("%d of %s FAILED: do not rely on the figures before they are explained", failed, reports.Plural(len(b.checks()), "check", "checks"))
	}
	warn := 0
	for _, l := range rows {
		if l.status == GateWarning {
			warn++
		}
	}
	switch {
	case len(b.in.Gates) == 0:
		return text + "; no gate is set."
	case warn == 0:
		return text + "; no gate warns."
	}
	return fmt.Sprintf("%s; %s.", text, reports.Plural(warn, "gate warns", "gates warn"))
}
