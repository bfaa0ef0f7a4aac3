package pages

import "clientele/reports"

// checkBands show every control total as it was expected and found: those of everything
// that was done, and below them those of the figures, in tables no longer than a printed
// page.
func (b *book) checkBands() []reports.Band {
	read := checkGroup{"Control totals: no difference is allowed", "Checks", "Amounts of a source are in the currency it has them in, all others in the company's.", b.readLines()}
	figures := checkGroup{"Control totals of the figures: no difference is allowed", "FigureChecks", "", b.figureLines()}
	switch {
	case len(figures.lines) == 0:
		return []reports.Band{{read.tables()}}
	case len(read.lines) == 0:
		return []reports.Band{{figures.tables()}}
	}
	return []reports.Band{{read.tables()}, {figures.tables()}}
}

// checkGroup is control totals of one kind.
type checkGroup struct {
	title, key, note string // the note is about amounts
	lines            []stated
}

// tables show numbers of things apart from amounts, and what is neither apart from
// both.
func (g checkGroup) tables() reports.Stack {
	var stack reports.Stack
	add := func(t reports.Table[stated]) {
		if len(stack) == 0 {
			t.Title = g.title
		}
		stack = append(stack, t)
	}
	for _, k := range []reports.Kind{reports.KindCount, reports.KindMoneyCents, reports.KindText} {
		if t := g.table(k); len(t.Rows) > 0 {
			add(t)
		}
	}
	if len(stack) == 0 {
		add(g.table(reports.KindCount))
	}
	return stack
}

func (b *book) readLines() (lines []stated) {
	for _, c := range condensed(b.in.Checks) {
		lines = append(lines, stated{outcome(c.Passed), "sources, warehouse and workbook", c.Name, c.Expected, c.Found})
	}
	return lines
}

func (b *book) figureLines() (lines []stated) {
	for _, c := range condensed(b.r.Checks) {
		lines = append(lines, stated{outcome(c.Passed), "figures among themselves", c.Name, c.Expected, c.Found})
	}
	return lines
}

// table is the checks of one kind of number.
func (g checkGroup) table(k reports.Kind) reports.Table[stated] {
	key, unit := g.key, "number"
	t := reports.Table[stated]{Columns: wordColumns([2]string{"Result", "OK or FAILED."}, [2]string{"Of", "What kind of check it is."}, [2]string{"Check", "What is compared."})}
	switch k {
	case reports.KindMoneyCents:
		key, unit, t.Note = g.key+"Amounts", "amount", g.note
	case reports.KindText:
		key, unit = g.key+"Words", ""
	}
	t.Key = key
	t.Columns = append(t.Columns,
		summed(k, "Expected", "The number by one way.", func(s stated) string { return s.d }).Unit(unit),
		summed(k, "Found", "The number by another way.", func(s stated) string { return s.e }).Unit(unit))
	t.Columns[0] = t.Columns[0].GoodWords("OK").BadWords("FAILED")
	for _, s := range g.lines {
		if checkKind(s) == k {
			t.Rows = append(t.Rows, s)
		}
	}
	return t
}

// checkKind is what a check counts: where one side is no number, neither stands as one.
func checkKind(s stated) reports.Kind {
	expected, found := controlSum(s.d).Kind, controlSum(s.e).Kind
	if expected != found {
		return reports.KindText
	}
	return expected
}
