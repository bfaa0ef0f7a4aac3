package pages

import (
	"fmt"
	"slices"

	"clientele/reports"
	"clientele/transform/metrics"
)

// attritionHeight is how many rows the charts of the sheet cover.
const attritionHeight = 11

// attrition shows who leaves, when and why.
func (b *book) attrition() reports.Page {
	won, lost := b.flowChart(), b.attritionChart()
	won.Height, lost.Height = attritionHeight, attritionHeight
	bands := []reports.Band{{won, b.reasonTable()}}
	a := b.r.Attrition
	if groups := beside(
		when(b.leaves("by business type", a.ByType), b.attritionTable("Attrition by business type", "Business type", "AttritionByType", a.ByType)),
		when(b.leaves("by source", a.BySource), b.attritionTable("Attrition by source", "Came through", "AttritionBySource", a.BySource)),
	); len(groups) > 0 {
		bands = append(bands, groups)
	}
	bands = append(bands, paired(b.cohortTables(), beside(filledOr(b.traitTable()), b.trustStack(), b.heldStack()))...) // the triangles are wide: what is narrow goes on their right
	bands = append(bands, beside(lost, when(a.KeptAll.Customers >= b.enough(), b.keptTable())))
	bands = append(bands, b.flowBands()...)
	return reports.Board{
		Head: reports.Head{
			Tab: "Attrition", Title: "Attrition",
			Question: "How many customers do we win and lose, who leaves, and why?",
			Finding:  b.attritionFinding(),
		},
		Bands: bands,
	}
}

// leaves reports whether groups can be compared by who left them: where none is told
// apart, or all are of too few, there is nothing to show.
func (b *book) leaves(what string, groups []group) bool {
	measured := func(g group) bool {
		_, now := b.share(g.Attrition)
		_, risk := b.mean(g.Risk)
		return now || risk
	}
	if told(groups, groupName) && !slices.ContainsFunc(groups, measured) {
		b.lacks("Attrition, "+what, "no group has enough customers")
		return false
	}
	return told(groups, groupName)
}

// trustStack shows how the risk spreads over the customers, and how far to trust it.
func (b *book) trustStack() reports.Stack {
	if !b.judged() {
		return reports.Stack{b.trust()}
	}
	return reports.Stack{b.bandTable(), b.trust()}
}

// trust says how the risk was estimated and how it would have done.
func (b *book) trust() reports.Notes {
	m := b.r.Attrition.Model
	if !b.judged() {
		return reports.Notes{Title: "Risk of leaving", Lines: []string{"Not estimated: too few customers, or too short a past, to learn it from."}}
	}
	n := reports.Notes{Title: "How far to trust the risk of leaving", Lines: []string{orElse(m.Name, "No risk was estimated") + riskTrust(m) + "."}}
	if base, ok := float(m.Base); ok && m.N >= b.enough() {
		n.Lines = append(n.Lines, fmt.Sprintf("Of %s judged %d days ago %s did not order since. An area of 0.5 is a coin, 1 is certainty. Mean squared error of the estimate (Brier 1950): %s; of saying %s of everybody: %s.",
			reports.Plural(m.N, "customer", "customers"), m.Horizon, reports.Percent0Words(base), reports.DecimalWords(m.Brier.Value.Float(), 3), reports.Percent0Words(base), reports.DecimalWords(base*(1-base), 3)))
	}
	return n
}

// attritionFinding says what share left, against the year before, and what went
// with them.
func (b *book) attritionFinding() string {
	a := b.r.Attrition
	now, ok := b.share(a.Year)
	if !ok {
		return fmt.Sprintf("Too few customers were active a year ago to speak of attrition (%s).", reports.Thousands(a.Year.Of))
	}
	text := fmt.Sprintf("%s of %s active a year ago left (%s)", reports.Thousands(a.Year.Part), reports.Plural(a.Year.Of, "customer", "customers"), reports.PercentWords(now))
	if before, was := b.share(a.Before); was {
		text += ", " + pointsWords(now-before) + " the year before"
	}
	return text + b.goneWords(a.Gone) + "."
}

// goneWords says what went with the customers lost.
func (b *book) goneWords(g metrics.Gone) string {
	if g.Customers == 0 {
		return ""
	}
	text := fmt.Sprintf("; with them went %s of revenue", b.money(g.Revenue))
	if b.profitable() && g.Gross.Known {
		text += fmt.Sprintf(" and %s of gross profit", b.money(g.Gross.Value))
	}
	text += " (12 months to their last order)"
	if b.profitable() && g.Forgone.Known {
		text += fmt.Sprintf(" and %s of %s expected of them a year ago", b.money(g.Forgone.Value), b.profitWord())
	}
	return text
}

// pointsWords compares two shares in points, sign-safe.
func pointsWords(x float64) string {
	switch words := reports.PointsWords(abs(x) * 100); {
	case words == reports.PointsWords(0):
		return "as many as"
	case x > 0:
		return words + " more than"
	default:
		return words + " less than"
	}
}

func abs(x float64) float64 { return max(x, -x) }

// flowChart draws customers won and lost by month.
func (b *book) flowChart() reports.Chart {
	months := wholeMonths(b.r.Attrition.Months)
	c := reports.Chart{Key: "won_lost", Kind: reports.Columns, Value: reports.KindCount, Message: flowMessage(months), Unit: "Customers by month · blue-green = new and returned, rust = lost"}
	won := reports.Series{Name: "New and returned", Role: reports.Actual}
	lost := reports.Series{Name: "Lost", Role: reports.Bad}
	for _, m := range months {
		c.Categories = append(c.Categories, m.Month.Time().Format("Jan 06"))
		won.Values = append(won.Values, float64(m.New+m.Returned))
		lost.Values = append(lost.Values, float64(-m.Lost))
	}
	c.Series, c.Alt = []reports.Series{won, lost}, c.Message+"."
	return c
}

// flowMessage sums up twelve months of winning, winning back and losing.
func flowMessage(months []metrics.AttritionMonth) string {
	var won, back, lost int64
	last := months[max(0, len(months)-12):]
	for _, m := range last {
		won += m.New
		back += m.Returned
		lost += m.Lost
	}
	over := "In " + reports.Plural(len(last), "month", "months")
	also := ""
	if back > 0 {
		also = reports.Thousands(back) + " won back"
	}
	switch {
	case won+back+lost == 0:
		return over + " nobody came and nobody left"
	case won+back < lost:
		return fmt.Sprintf("%s %s lost and only %s won%s", over, reports.Plural(lost, "customer was", "customers were"), reports.Thousands(won), prefixed(" and ", also))
	}
	return fmt.Sprintf("%s %s won%s and %s lost", over, reports.Plural(won, "customer was", "customers were"), prefixed(", ", also), reports.Thousands(lost))
}

// flowTable ties every month: opening + new + returned − lost = closing.
func (b *book) flowTable() reports.Table[metrics.AttritionMonth] {
	t := b.flowOf("Opening + new + returned − lost = closing", "Flow", b.r.Attrition.Months,
		"Active customers at the start.", "First order ever.", "Lost before, ordered again.", "Last order longer ago than the rule allows.")
	t.Note = b.driftNote(b.r.Attrition.Drift)
	return t
}

// driftNote says what a mean month makes in a year, and whether the months show a trend.
func (b *book) driftNote(d metrics.Drift) string {
	m, ok := float(d.Monthly)
	if !ok || b.r.Attrition.Year.Of < b.enough() {
		return ""
	}
	text := fmt.Sprintf("Lost in a mean month of the last 12: %s of those at its start. If every month were so, %s would be lost in a year, those who return not set off: 1 − (1 − a month)^12.",
		reports.PercentWords(m), reports.PercentWords(d.Annual.Value.Float()))
	switch words := driftWords(d); {
	case words != "":
		text += words
	case d.P.Known:
		text += " No trend beyond chance (Cochran-Armitage)."
	}
	return text
}

// flowOf is a table of months that tie, in the words of who is counted.
func (b *book) flowOf(title, key string, months []metrics.AttritionMonth, opening, fresh, returned, lost string) reports.Table[metrics.AttritionMonth] {
	type m = metrics.AttritionMonth
	count := func(head, help string, of func(m) int64) reports.Column[m] { return reports.Count(head, help, of) }
	return reports.Table[m]{
		Title: title, Key: key, Rows: months[max(0, len(months)-13):],
		Columns: []reports.Column[m]{
			reports.Text("Month", "Calendar month; one cut off by the end of the period is marked.", monthWord).Width(20),
			count("Opening", opening, func(x m) int64 { return x.Opening }),
			count("New", fresh, func(x m) int64 { return x.New }),
			count("Returned", returned, func(x m) int64 { return x.Returned }),
			count("Lost", lost, func(x m) int64 { return x.Lost }),
			count("Closing", "Opening + new + returned − lost.", func(x m) int64 { return x.Closing }).Bold(),
			reports.PercentIf("Lost", "Lost over opening: the attrition of the month.", b.monthRate),
			reports.Text("Reading", "Held against the 12 months before: more or fewer lost than their mean share plus or minus three standard errors.", monthReading).BadWords(monthReading(metrics.AttritionMonth{Signal: metrics.MoreThanUsual})),
		},
	}
}

// monthRate is the share lost in a month, of enough customers at its start.
func (b *book) monthRate(m metrics.AttritionMonth) (float64, bool) {
	x, ok := float(m.Rate())
	return x, ok && m.Opening >= b.enough()
}

// monthReading says whether a month was out of the ordinary.
func monthReading(m metrics.AttritionMonth) string {
	switch m.Signal {
	case metrics.MoreThanUsual:
		return "More lost than usual"
	case metrics.FewerThanUsual:
		return "Fewer lost than usual"
	}
	return ""
}

func monthWord(m metrics.AttritionMonth) string {
	s := m.Month.Time().Format("Jan 2006")
	if m.Partial {
		s += " (so far)"
	}
	return s
}

// mostGroups is how many groups a table shows.
const mostGroups = 12

// restOf names who is in none of the groups shown, which are of customers who ordered.
func restOf(groups []group) string {
	if len(groups) > mostGroups {
		return "Other"
	}
	return "Never ordered"
}

// attritionTable compares groups of customers by who left them.
func (b *book) attritionTable(title, head, key string, groups []group) reports.Table[group] {
	return reports.Table[group]{
		Title: title, Key: key, Rows: first(groups, mostGroups), Of: len(groups), Totals: b.ending(restOf(groups), first(groups, mostGroups)...),
		Columns: []reports.Column[group]{grpName(head), grpCustomers(), b.grpAttrition().Bold(), b.grpAttritionChange(), b.grpRisk(), b.grpRevenue(), b.grpAttritionBetween()},
	}
}

// traitTable says what sets customers who left apart.
func (b *book) traitTable() reports.Table[metrics.Trait] {
	type tr = metrics.Trait
	var rows []tr
	for _, x := range b.r.Attrition.Traits {
		if x.Rate.Of >= b.enough() {
			rows = append(rows, x)
		}
	}
	t := reports.Table[tr]{
		Title: "Signs of leaving: who left more often than the average, and who less", Key: "Traits", Rows: rows,
		Columns: []reports.Column[tr]{
			reports.Text("Sign", "What was recorded about the customer.", func(x tr) string { return traitName(x.Name) }).Width(28),
			reports.Count("Customers", "Customers with the sign.", func(x tr) int64 { return x.Customers }),
			reports.PercentIf("Attrition", "Share of them lost.", func(x tr) (float64, bool) { return b.share(x.Rate) }).Bold(),
			reports.Number1If("× average", "Over the attrition of all.", func(x tr) (float64, bool) { return float(x.Times) }),
		},
	}
	if len(rows) == 0 {
		t.Note = fmt.Sprintf("Left out: no sign was recorded of %d customers or more.", b.enough())
	}
	return t
}
