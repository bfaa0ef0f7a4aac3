package pages

import (
	"fmt"
	"slices"
	"time"

	"clientele/extract"
	"clientele/reports"
)

func (b *book) rejectedPage() reports.Page {
	type rej = RejectedRow
	o := b.in.Operations
	rows := capped(b, o.Rejects, MostRejected)
	t := reports.Table[rej]{Key: "rejected", Rows: rows, Of: int(o.Aside), Note: b.cutNote("", len(rows), int(o.Aside)), Columns: []reports.Column[rej]{
		reports.Text("Reason", "The rule that was broken.", func(r rej) string { return r.Reason }).Within(60),
		reports.Text("Source", "Database or folder.", func(r rej) string { return r.Source }),
		reports.Text("Table", "Kind of record the row was read as.", func(r rej) string { return kindWords([]extract.Kind{r.Kind})[0] }),
		reports.ID("Key", "The key of the row in its source.", func(r rej) string { return r.ID }),
		reports.ID("Field", "The field that broke the rule, by our name for it.", func(r rej) string { return r.Field }),
		reports.ID("Value", "What stands there.", func(r rej) string { return cutTo(r.Value, longestValue) }),
		reports.MoneyIf("Amount", "Net amount of the row as the source has it, in the document's own currency; blank where none could be read.", func(r rej) (Money, bool) { return r.Worth, r.Worth != 0 }).
			Unit("").Bar().Bold().Sum(),
		reports.Date("First seen", "The day of the first of the refreshes in a row that rejected the row; blank where the row has no key to know it by, or that is very long ago.", func(r rej) time.Time { return dayTime(r.First) }),
		reports.CountIf("Refreshes seen", "How many refreshes in a row rejected it, this one counted.", func(r rej) (int64, bool) { return r.Times, r.Times > 0 }),
		reports.Text("Owner", "Who can correct the records of the source, as the configuration says.", func(r rej) string { return r.Owner }),
	}}
	if slices.ContainsFunc(rows, func(r rej) bool { return r.Place != "" }) {
		t.Columns = slices.Insert(t.Columns, 6, reports.Text("Place", "Where in its file the row stands.", func(r rej) string { return r.Place }).Within(30))
	}
	return reports.List[rej]{
		Head:  reports.Head{Tab: "Rejected rows", Title: "Rejected rows", Question: "Which rows of the sources are in no figure, why, and who can correct them?", Finding: b.rejectedFinding()},
		Table: t,
	}
}

// longestValue is how many characters of a rejected value are shown.
const longestValue = 60

// rejectedFinding says how many rows are missing and what they are worth.
func (b *book) rejectedFinding() string {
	o := b.in.Operations
	var worth Money
	for _, c := range b.in.Coverage {
		worth += c.AsideSum
	}
	text := fmt.Sprintf("%s of %s could not be used", reports.Thousands(o.Aside), reports.Plural(b.rowsRead(), "row", "rows"))
	if worth != 0 {
		text += ", with amounts of " + b.money(worth)
	}
	if reason, n := b.commonest(); n > 0 {
		text += fmt.Sprintf("; the commonest reason, of %s: %s", reports.Plural(n, "row", "rows"), cutTo(reason, 100))
	}
	return text + "."
}

// commonest is the reason most rows were rejected for.
func (b *book) commonest() (reason string, n int64) {
	for _, a := range b.in.Asides {
		if !a.Rest && a.Count > n {
			reason, n = a.Reason, a.Count
		}
	}
	return reason, n
}
