package pages

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"clientele/reports"
	"clientele/transform"
)

// An idKind is one thing that can happen to an id, as readers call it.
type idKind struct {
	kind  string // as the log of ids calls it
	title string
	said  string // in a sentence, after a number
	count func(IDChanges) int64
}

// idKinds lists what can happen to ids, the gravest first.
func idKinds() []idKind {
	return []idKind{
		{transform.IDMerged, "Merged", "merged", func(c IDChanges) int64 { return c.Merged }},
		{transform.IDSplit, "Split", "split", func(c IDChanges) int64 { return c.Split }},
		{transform.IDRetired, "Retired", "retired", func(c IDChanges) int64 { return c.Retired }},
		{transform.IDRevived, "Revived", "revived", func(c IDChanges) int64 { return c.Revived }},
		{transform.IDSurvived, "Survived", "survived with records new to them", func(c IDChanges) int64 { return c.Survived }},
		{transform.IDMinted, "Minted", "minted", func(c IDChanges) int64 { return c.Minted }},
	}
}

// IDGravity puts what happens to ids in the order of the sheet, the gravest first.
func IDGravity(kind string) int {
	for i, k := range idKinds() {
		if k.kind == kind {
			return i
		}
	}
	return len(idKinds())
}

func idTitle(kind string) string {
	if i := IDGravity(kind); i < len(idKinds()) {
		return idKinds()[i].title
	}
	return kind
}

func (b *book) mergesPage() reports.Page {
	c := b.in.Operations.Changes
	rows := capped(b, c.List, MostChanges)
	return reports.List[IDChange]{
		Head:  reports.Head{Tab: "Merges", Title: "What happened to customers' ids", Question: "Which records were joined into one customer or left one, and why?", Finding: b.mergesFinding()},
		Table: reports.Table[IDChange]{Key: "merges", Rows: rows, Of: int(c.Listable), Columns: mergeColumns(c.List), Note: b.cutNote("", len(rows), int(c.Listable))},
	}
}

func mergeColumns(rows []IDChange) []reports.Column[IDChange] {
	type change = IDChange
	cols := []reports.Column[change]{
		reports.Text("What happened", "Merged: the id leads to another now. Split: records left it for another. Retired: it has no record left. Revived: a record came back. Survived: it goes on with records that are new to it. Minted: it is new.",
			func(x change) string { return idTitle(x.Kind) }).Bold(),
		reports.Text("Customer", "Name of the customer the id stands or stood for.", func(x change) string { return x.Name }).Within(28),
		reports.ID("Customer no.", "The customer's number, for good; enquire with it.", func(x change) string { return string(x.ID) }),
	}
	if slices.ContainsFunc(rows, func(x change) bool { return x.Into != "" }) {
		cols = append(cols,
			reports.Text("Went to", "Of a merge or split: the customer who has the records now.", func(x change) string { return x.IntoIs }).Within(28),
			reports.ID("Went to no.", "The number of that customer.", func(x change) string { return string(x.Into) }))
	}
	return append(cols,
		reports.Count("Records", "How many records came, left, or were the last.", func(x change) int64 { return x.Records }).Sum(),
		reports.Text("Which records", "The first of them: source and key.", func(x change) string { return x.Which }).Within(40),
		reports.Text("Reason", "The evidence that joins the records, or that they are joined by none any more.", func(x change) string { return x.Reason }).Within(56),
		reports.MoneyIf("Revenue", "Net revenue of 12 months of the customer who has the records now.", func(x change) (Money, bool) { return x.Revenue.Value, x.Revenue.Known }),
		reports.Date("Refresh of", "The day of the refresh in which it happened.", func(x change) time.Time { return dayTime(x.Day) }))
}

// dayTime is a day as sheets show it, nothing where it is not known.
func dayTime(d transform.Day) time.Time {
	if d == 0 {
		return time.Time{}
	}
	return d.Time()
}

// mergesFinding counts what happened since the last report, or from the beginning.
func (b *book) mergesFinding() string {
	o := b.in.Operations
	var parts []string
	for _, k := range idKinds() {
		if n := k.count(o.Changes); n > 0 && len(parts) == 0 {
			parts = append(parts, reports.Plural(n, "id", "ids")+" "+k.said)
		} else if n > 0 {
			parts = append(parts, reports.Thousands(n)+" "+k.said)
		}
	}
	text := "Since " + plain(o.From.Day(b.zone()))
	if b.firstReport() {
		text = fmt.Sprintf("From the beginning, of %s", reports.Plural(b.in.Match.Records, "record", "records"))
	}
	text += ": " + strings.Join(parts, ", ")
	if b.firstReport() && o.Changes.Listable < o.Changes.All() {
		text += fmt.Sprintf("; %s of several records", reports.Thousands(o.Changes.Listable))
	}
	if int64(min(len(o.Changes.List), MostChanges)) < o.Changes.Listable {
		text += "; the gravest are listed first, of these those with most revenue"
	}
	return text + "."
}

// firstReport reports whether no report was accepted whose refresh this one goes on from.
func (b *book) firstReport() bool { return b.in.Operations.Since == 0 || b.in.Operations.From == 0 }

// noMerges says why no change of an id is listed.
func (b *book) noMerges() string {
	if b.in.Operations.Changes.All() > 0 {
		return "no record was joined with another"
	}
	return "no customer's id changed"
}
