package pages

import (
	"clientele/reports"
)

// A deskUnit is what the numbers of one table of the desk count: a column has one unit,
// and its head says which.
type deskUnit struct {
	key    string // of the table
	words  string // behind the heads
	kind   reports.Kind
	change reports.Kind
}

// The units of the desk. Shares change in points, all others in percent.
var (
	inADay    = deskUnit{"DeskADay", "a day", reports.KindNumber1, reports.KindDeltaPercent}
	ofOrders  = deskUnit{"DeskShares", "%", reports.KindPercent, reports.KindDeltaPoints}
	ofCalls   = deskUnit{"DeskSettled", "%", reports.KindPercent, reports.KindDeltaPoints}
	inMinutes = deskUnit{"DeskMinutes", "minutes", reports.KindNumber1, reports.KindDeltaPercent}
	inDays    = deskUnit{"DeskDays", "days", reports.KindNumber1, reports.KindDeltaPercent}
	inCalls   = deskUnit{"DeskCalls", "calls", reports.KindNumber2, reports.KindDeltaPercent}
	waiting   = deskUnit{"DeskOpen", "contacts", reports.KindCount, reports.KindDeltaPercent}
	inMoney   = deskUnit{"DeskMoney", "¤", reports.KindMoney, reports.KindDeltaPercent}
)

// deskWidth lets heads with their unit stand on one line: one of two would make the row
// beside it in the other stack as tall.
const deskWidth = 19.2

// A deskGroup is the measures of one unit.
type deskGroup struct {
	unit deskUnit
	rows []deskRow
}

// deskStack sets measures of the desk beside last year, those of one unit in a table of
// their own, and says below them what could not be measured.
func (b *book) deskStack(title, note string, groups []deskGroup) reports.Stack {
	var rows []deskRow
	var tables []reports.Table[deskRow]
	for _, g := range groups {
		if len(g.rows) > 0 {
			rows = append(rows, g.rows...)
			tables = append(tables, b.deskTable(g))
		}
	}
	tables[0].Title = title
	tables[len(tables)-1].Note = sentences(unmeasuredWords(rows), note)
	var stack reports.Stack
	for _, t := range tables {
		stack = append(stack, t)
	}
	return stack
}

// deskTable is the measures of one unit.
func (b *book) deskTable(g deskGroup) reports.Table[deskRow] {
	value := func(head, help string, of func(deskRow) reports.Value) reports.Column[deskRow] {
		return reports.Values(g.unit.kind, head, help, of).Unit(g.unit.words).Width(deskWidth)
	}
	t := reports.Table[deskRow]{Key: g.unit.key, Rows: b.aimed(g.unit, g.rows), Columns: []reports.Column[deskRow]{
		reports.Text("Measure", "What is measured.", func(r deskRow) string { return r.name }).Width(36),
		value("12 months", "Of the last 12 months; blank: not recorded or too few cases.", func(r deskRow) reports.Value { return r.now }).Bold(),
		value("Last year", "Of the 12 months before.", func(r deskRow) reports.Value { return r.was }),
		reports.Values(g.unit.change, "Change", "Against last year: of shares in percentage points, else in percent.", func(r deskRow) reports.Value { return r.change }).Width(12),
	}}
	if b.targeted() {
		t.Columns = append(t.Columns,
			value("Target", "What the company wants to reach, as its configuration says.", func(r deskRow) reports.Value { return r.target }),
			reports.Text("Target is", "Whether the 12 months reach the target, as both are shown.", func(r deskRow) string { return r.reached }).GoodWords(targetMet).BadWords(targetMissed).Width(11.2))
	}
	t.Columns = append(t.Columns, reports.Text("Better is", "Which direction is good.", func(r deskRow) string { return r.better }))
	return t
}

// unmeasuredWords names the measures without a number, and why: each reason once.
func unmeasuredWords(rows []deskRow) string {
	var reasons []string
	names := map[string]string{}
	for _, r := range rows {
		switch {
		case r.remark == "":
		case names[r.remark] == "":
			reasons, names[r.remark] = append(reasons, r.remark), r.name
		default:
			names[r.remark] += ", " + lower(r.name)
		}
	}
	text := ""
	for _, why := range reasons {
		text = sentences(text, why+": "+lower(names[why])+".")
	}
	return text
}
