package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
)

func operationsReport() Report {
	return Report{
		Name: OperationsName, WholeCompany: true, Tells: true, Describe: OperationsWorkbook,
		measured: (*book).operationsTiles, lists: (*book).operationsLists, subject: (*book).operationsSubject, since: (*book).operationsSince, cuttable: (*book).operationsCuttable,
		Figures: []Figure{
			{keyRowsRead, "The number of rows read", reports.KindCount},
			{keyRejected, "The number of rejected rows", reports.KindCount},
			{keyCustomers, "The number of customers", reports.KindCount},
			{keyDoubts, "The number of doubtful pairs", reports.KindCount},
			{keyDuration, "The minutes a refresh took", reports.KindNumber1},
		},
	}
}

// OperationsWorkbook describes the workbook of those who run the program and look after
// the records: whether the refresh worked, whether the reports can be trusted, and what
// needs a person.
func OperationsWorkbook(in Input) reports.Workbook {
	b := open(in)
	if in.Operations == nil {
		b.in.Operations = &Operations{}
	}
	wb := b.workbook(OperationsName, "Operations report")
	wb.Stamp.Comparison = b.sinceWhen()
	wb.Overview = b.operationsOverview(wb.Title)
	wb.Pages = append(b.correction(wb), b.operationsPages()...)
	wb.Pages = append(wb.Pages, b.operationsMethod(wb))
	wb.Overview.Actions = reachable(wb.Overview.Actions, wb.Pages)
	return wb
}

// operationsPages lists the pages in reading order; those without data are left out.
func (b *book) operationsPages() []reports.Page {
	var pages []reports.Page
	add := func(has bool, tab, why string, page func() reports.Page) {
		pages = append(pages, b.keep(has, tab, why, page)...)
	}
	o := b.in.Operations
	add(len(b.lookedAt()) > 0, "Checks", "nothing was checked", b.checksPage)
	add(len(o.Changes.List) > 0, "Merges", b.noMerges(), b.mergesPage)
	add(len(o.Doubts) > 0, "Review pairs", b.noDoubts(), b.reviewPage)
	add(len(o.Rejects) > 0, "Rejected rows", "every row that was read could be used", b.rejectedPage)
	return pages
}

func (b *book) operationsOverview(title string) *reports.Overview {
	return &reports.Overview{
		Head: reports.Head{
			Tab: "Overview", Title: title, Question: "Did the refresh work, can the reports be trusted, and what needs a person?", Finding: b.operationsFinding(),
		},
		Tiles: b.withTrends(b.operationsTiles()), ActionsTitle: "Do this week", ActionsBasis: "At stake, ¤", Actions: b.operationsActions(),
		Bands: []reports.Band{{b.sourceStates()}}, FindingTitle: "What each sheet found", Notes: b.in.Operations.Remarks, Warning: b.overviewWarning(),
	}
}

// operationsFinding says whether everything ties, which source is late, and what waits
// for a person.
func (b *book) operationsFinding() string {
	text := allOf(len(b.checks()), "check agrees", "checks agree")
	if failed := b.failed(); failed > 0 {
		text = fmt.Sprintf("%d of %s FAILED", failed, reports.Plural(len(b.checks()), "check", "checks"))
	}
	switch late := b.lateSources(); {
	case len(late) == 1:
		text += "; " + late[0].Name + " is late"
	case len(late) > 1:
		text += fmt.Sprintf("; %d sources are late", len(late))
	}
	return text + "; " + b.waitingWords() + "."
}

// waitingWords says what waits for a person.
func (b *book) waitingWords() string {
	o := b.in.Operations
	var parts []string
	if n := len(o.Doubts); n > 0 {
		parts = append(parts, reports.Plural(n, "doubtful pair", "doubtful pairs"))
	}
	if o.Aside > 0 {
		parts = append(parts, reports.Plural(o.Aside, "rejected row", "rejected rows"))
	}
	switch {
	case len(parts) == 0:
		return "no record waits for a person"
	case len(o.Doubts)+int(o.Aside) == 1:
		return parts[0] + " waits for a person"
	}
	return strings.Join(parts, " and ") + " wait for a person"
}

// sinceWhen names what changes are counted from.
func (b *book) sinceWhen() string {
	if b.firstReport() {
		return "changes from the beginning"
	}
	return "changes since " + plain(b.in.Operations.From.Day(b.zone()))
}
