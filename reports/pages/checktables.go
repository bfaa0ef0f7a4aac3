package pages

import "clientele/reports"

// checkTables show every control total as it was expected and found: numbers of things
// apart from amounts, and what is neither apart from both.
func (b *book) checkTables() reports.Stack {
	lines := b.checkLines()
	var stack reports.Stack
	for _, k := range []reports.Kind{reports.KindCount, reports.KindMoneyCents, reports.KindText} {
		t := checkTable(k, lines)
		if len(t.Rows) == 0 {
			continue
		}
		if len(stack) == 0 {
			t.Title = "Control totals: no difference is allowed"
		}
		stack = append(stack, t)
	}
	if len(stack) == 0 {
		t := checkTable(reports.KindCount, nil)
		t.Title = "Control totals: no difference is allowed"
		return reports.Stack{t}
	}
	return stack
}

// checkLines are the checks of everything that was done, and of the figures.
func (b *book) checkLines() (lines []stated) {
	for _, c := range condensed(b.in.Checks) {
		lines = append(lines, stated{outcome(c.Passed), "sources, warehouse and workbook", c.Name, c.Expected, c.Found})
	}
	for _, c := range condensed(b.r.Checks) {
		lines = append(lines, stated{outcome(c.Passed), "figures among themselves", c.Name, c.Expected, c.Found})
	}
	return lines
}

// checkTable is the checks of one kind of number.
func checkTable(k reports.Kind, lines []stated) reports.Table[stated] {
	key, unit := "Checks", "number"
	t := reports.Table[stated]{Columns: wordColumns([2]string{"Result", "OK or FAILED."}, [2]string{"Of", "What kind of check it is."}, [2]string{"Check", "What is compared."})}
	switch k {
	case reports.KindMoneyCents:
		key, unit = "CheckedAmounts", "amount"
		t.Note = "Amounts of a source are in the currency it has them in, all others in the company's."
	case reports.KindText:
		key, unit = "CheckedWords", ""
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
