package pages

import "clientele/reports"

// checkBands show every control total as it was expected and found: those of everything
// that was done, and below them those of the figures, in tables no longer than a printed
// page.
func (b *book) checkBands() []reports.Band {
	read, figures := b.readLines(), b.figureLines()
	var bands []reports.Band
	if len(read) > 0 || len(figures) == 0 {
		bands = append(bands, reports.Band{checkTables("Control totals: no difference is allowed", "Checks", read)})
	}
	if len(figures) > 0 {
		bands = append(bands, reports.Band{checkTables("Control totals of the figures: no difference is allowed", "FigureChecks", figures)})
	}
	return bands
}

// checkTables show numbers of things apart from amounts, and what is neither apart from
// both.
func checkTables(title, key string, lines []stated) reports.Stack {
	var stack reports.Stack
	for _, k := range []reports.Kind{reports.KindCount, reports.KindMoneyCents, reports.KindText} {
		if t := checkTable(k, key, lines); len(t.Rows) > 0 {
			stack = append(stack, t)
		}
	}
	if len(stack) == 0 {
		stack = reports.Stack{checkTable(reports.KindCount, key, nil)}
	}
	first := stack[0].(reports.Table[stated])
	first.Title = title
	stack[0] = first
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

// checkTable is the checks of one kind of number.
func checkTable(k reports.Kind, key string, lines []stated) reports.Table[stated] {
	unit := "number"
	t := reports.Table[stated]{Columns: wordColumns([2]string{"Result", "OK or FAILED."}, [2]string{"Of", "What kind of check it is."}, [2]string{"Check", "What is compared."})}
	switch k {
	case reports.KindMoneyCents:
		key, unit = key+"Amounts", "amount"
		t.Note = "Amounts of a source are in the currency it has them in, all others in the company's."
	case reports.KindText:
		key, unit = key+"Words", ""
	}
	t.Key = key
	t.Columns = append(t.Columns,
		summed(k, "Expected", "The number by one way.", func(s stated) string { return s.d }).Unit(unit),
		summed(k, "Found", "The number by another way.", func(s stated) string { return s.e }).Unit(unit))
	t.Columns[0] = t.Columns[0].GoodWords("OK").BadWords("FAILED")
	for _, s := range lines {
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
