package pages

import (
	"strings"

	"clientele/extract"
	"clientele/reports"
)

// gaps names what does not reach this workbook and what is left out for it.
func (b *book) gaps() reports.Notes {
	var further []string
	for _, o := range b.less {
		further = append(further, "Part left out – "+o+".")
	}
	switch {
	case !b.profitable():
		further = append(further, capital(b.noProfit())+": profit is left out everywhere.")
	case !b.costed():
		further = append(further, "No cost to serve is known: profit is gross profit, and what serving each customer costs is not in it.")
	}
	return b.whatIsMissing(further...)
}

// whatIsMissing names the kinds of record nobody delivers, the sheets left out and
// what further is missing.
func (b *book) whatIsMissing(further ...string) reports.Notes {
	n := reports.Notes{Title: "What is missing"}
	if none := b.absent(); len(none) > 0 && len(b.in.Coverage) > 0 {
		n.Lines = append(n.Lines, "No source delivers: "+strings.Join(kindWords(none), ", ")+". Figures that need them are left out, never zero.")
	}
	for _, o := range b.out {
		n.Lines = append(n.Lines, "Sheet left out – "+o+".")
	}
	n.Lines = append(n.Lines, further...)
	if len(n.Lines) == 0 {
		n.Lines = []string{"Nothing: every kind of record is delivered and every sheet is shown."}
	}
	return n
}

func kindWords(kinds []extract.Kind) []string {
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = string(k)
		if k == extract.Lines {
			out[i] = "order lines"
		}
	}
	return out
}

func reading(contact string) reports.Notes {
	return howToRead(contact,
		"▲ ▼ show direction; blue-green means better and rust means worse, so ▼ attrition is blue-green. The arrow always says what the colour says.",
		"A blank cell means not measured. A dash (–) means zero. pp = percentage points. Last year = the 12 months before the last 12.",
		"Lists are cut to the rows that matter and say so in line 4; the sheet Customer file has everyone with an order in 24 months. Filter any list: the grey line above the header adds up what you see.",
		"Reasons and next steps are read off what is recorded about a customer. They say what goes together, not what caused what.",
	)
}

// howToRead ends with whom to ask, where that is known.
func howToRead(contact string, lines ...string) reports.Notes {
	n := reports.Notes{Title: "How to read it", Lines: lines}
	if contact != "" {
		n.Lines = append(n.Lines, "Questions or a wrong number? Write to "+contact+".")
	}
	return n
}

// glossary explains every column of the workbook.
func glossary(pages []reports.Page) reports.Table[reports.Term] {
	return reports.Table[reports.Term]{
		Title: "Every column in one sentence: to look up on the screen, not printed", Key: "Glossary", Screen: true, Rows: reports.Glossary(pages...),
		Columns: []reports.Column[reports.Term]{
			reports.Text("Column", "", func(t reports.Term) string { return t.Head }).Width(methodWidths[0]),
			reports.Text("First on sheet", "", func(t reports.Term) string { return t.Tab }),
			reports.Text("Meaning", "", func(t reports.Term) string { return t.Help }),
		},
	}
}
