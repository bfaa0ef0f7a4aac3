package pages

import "clientele/reports"

// figureTables set key figures as they were sent beside what they are now: those of one
// unit in a table of their own, under the same columns.
func (b *book) figureTables(figures []comparedFigure) reports.Stack {
	var stack reports.Stack
	for _, k := range kindsOf(figures) {
		t := b.figureTable(k, figures)
		if len(stack) == 0 {
			t.Title = "Key figures"
		}
		stack = append(stack, t)
	}
	return stack
}

// kindsOf lists the kinds figures have, in the order they come.
func kindsOf(figures []comparedFigure) (kinds []reports.Kind) {
	seen := map[reports.Kind]bool{}
	for _, f := range figures {
		if k := f.kind(); !seen[k] {
			seen[k] = true
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// kind is what a figure counts; one that was never measured is a plain number.
func (f comparedFigure) kind() reports.Kind {
	if !f.now.Kind.Numeric() {
		return reports.KindNumber1
	}
	return f.now.Kind
}

// figureKeys name the table of each kind.
var figureKeys = map[reports.Kind]string{
	reports.KindMoney: "ChangedFigures", reports.KindCount: "ChangedCounts", reports.KindPercent: "ChangedShares", reports.KindPercent0: "ChangedShares0",
	reports.KindNumber1: "ChangedNumbers", reports.KindNumber2: "ChangedMeans",
}

// figureTable is the figures of one kind.
func (b *book) figureTable(k reports.Kind, figures []comparedFigure) reports.Table[comparedFigure] {
	type f = comparedFigure
	t := reports.Table[f]{Key: orElse(figureKeys[k], "ChangedOthers"), Columns: []reports.Column[f]{
		reports.Text("Figure", "Key figure as on the overview.", func(x f) string { return reports.InCurrency(x.label, b.in.Currency) }).Width(34),
		reports.Values(k, "Before", "As it was sent.", func(x f) reports.Value { return x.before }).Width(16),
		reports.Values(k, "Now", "As it is in this edition.", func(x f) reports.Value { return x.now }).Width(16),
		reports.Values(differenceKind(k), "Difference", "Now less before; of shares in percentage points.", func(x f) reports.Value { return x.change(x.difference()) }).Bold().Width(16),
		reports.Values(reports.KindDeltaPercent, "Change", "The difference over what was sent.", inPercent).Width(16),
	}}
	for _, x := range figures {
		if x.kind() == k {
			t.Rows = append(t.Rows, x)
		}
	}
	return t
}

// differenceKind is the kind of a difference between two values of a kind.
func differenceKind(k reports.Kind) reports.Kind {
	switch {
	case k.Money():
		return reports.KindDeltaMoney
	case k == reports.KindPercent, k == reports.KindPercent0:
		return reports.KindDeltaPoints
	case k == reports.KindCount:
		return reports.KindCount
	}
	return reports.KindDeltaNumber1
}

func inPercent(x comparedFigure) reports.Value {
	share, ok := x.share()
	if !ok {
		return reports.Nothing()
	}
	return x.change(reports.DeltaPercentValue(share))
}
