package pages

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"clientele/reports"
)

// correction is the page a correction has before all others.
func (b *book) correction(wb reports.Workbook) []reports.Page {
	if b.in.Changes == nil {
		return nil
	}
	return []reports.Page{b.whatChanged(wb)}
}

// whatChanged is the page of a correction that says how it differs from the edition
// it replaces, and why.
func (b *book) whatChanged(wb reports.Workbook) reports.Page {
	figures := b.comparedFigures(wb)
	board := reports.Board{
		Reference: true,
		Head: reports.Head{
			Tab: "What changed", Title: "What changed", Finding: b.changedFinding(figures),
			Question: "This edition replaces one sent before: which figures are others now, and why?",
		},
		Bands: []reports.Band{{b.figureTables(figures)}},
	}
	if len(b.in.Changes.Sources) > 0 {
		board.Bands = append(board.Bands, reports.Band{b.changedRows()})
	}
	if len(b.causes()) > 0 {
		board.Bands = append(board.Bands, reports.Band{b.causeTable()})
	}
	board.Bands = append(board.Bands, reports.Band{b.movedTable()})
	return board
}

func (b *book) changedFinding(figures []comparedFigure) string {
	if said := b.largestDifferences(figures); len(said) > 0 {
		return strings.Join(said, "; ") + "."
	}
	if cause := b.causeWords(); cause != "" {
		return "No key figure is another. " + cause + "."
	}
	return "No key figure is another; lists or words differ."
}

// changedRows says which rows of the sources are not as they were.
func (b *book) changedRows() reports.Table[SourceChange] {
	type s = SourceChange
	note := "Documents dated after the period are not counted: they bear on no figure here."
	if !b.company() {
		note = "Of the whole company. " + note
	}
	return reports.Table[s]{
		Title: "Rows of the sources that bear on the time reported", Key: "ChangedRows", Rows: b.in.Changes.Sources,
		Columns: []reports.Column[s]{
			reports.Text("Source and kind", "Database or folder, and kind of record.", func(x s) string { return x.Source + ", " + string(x.Kind) }).Width(34),
			reports.Count("Added", "Rows that were not there then.", func(x s) int64 { return x.Added }),
			reports.Count("Changed", "Rows with other contents than then.", func(x s) int64 { return x.Changed }),
			reports.Count("Gone", "Rows that are not there any more.", func(x s) int64 { return x.Gone }),
			reports.MoneyCents("Change of their amounts", "Net amounts now less then, as the source has them, before conversion.", func(x s) Money { return x.Amount }).Unit("").Blank(func(x s) bool { return x.Amount == 0 }),
			reports.Text("Kept aside", "Rows that break their contract, now and then, where it differs.", asideWords).Width(22),
		},
		Note: note,
	}
}

func asideWords(s SourceChange) string {
	if s.Aside == s.AsideBefore {
		return ""
	}
	return fmt.Sprintf("%s, was %s", reports.Thousands(s.Aside), reports.Thousands(s.AsideBefore))
}

func (b *book) causeTable() reports.Table[cause] {
	return reports.Table[cause]{
		Title: "What else is not as it was", Key: "ChangedCauses", Rows: b.causes(),
		Columns: []reports.Column[cause]{
			reports.Text("What", "What kind of thing.", func(c cause) string { return c.what }).Width(34),
			reports.Wrap("Which", "Which of them.", func(c cause) string { return c.which }).Width(22),
			reports.Wrap("Then", "As it was when the earlier edition was made.", func(c cause) string { return c.before }).Width(22),
			reports.Wrap("Now", "As it is.", func(c cause) string { return c.now }).Width(22),
		},
	}
}

// changeLines says what changed in the lines of a letter or a terminal: the largest
// differences of key figures, then why.
func (b *book) changeLines(wb reports.Workbook) []string {
	lines := b.largestDifferences(b.comparedFigures(wb))
	if len(lines) == 0 {
		lines = []string{"No key figure is another; lists or words differ"}
	}
	if cause := b.causeWords(); cause != "" {
		lines = append(lines, cause)
	}
	for _, u := range b.in.Changes.Unknown {
		lines = append(lines, "Cannot be told: "+u)
	}
	return lines
}

// Corrected returns the subject of a correction: which revision it is comes first,
// and what does not fit is dropped from the end.
func Corrected(subject string, revision int) string {
	head := fmt.Sprintf("Corrected (%d): ", revision)
	for {
		if whole := head + subject; utf8.RuneCountInString(whole) <= mostSubject {
			return whole
		}
		at := strings.LastIndex(subject, ", ")
		if at < 0 {
			return cutTo(head+subject, mostSubject)
		}
		subject = subject[:at]
	}
}

// Copied returns the subject of a copy of a past report.
func Copied(subject string) string { return cutTo("Copy: "+subject, mostSubject) }
