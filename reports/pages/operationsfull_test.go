package pages

import (
	"fmt"
	"strings"
	"testing"

	"clientele/reports"
	"clientele/transform"
)

// troubled is a refresh of which more was rejected, and more happened to ids, than the
// workbook lists.
func troubled(t *testing.T) Input {
	in := refresh(t)
	o := *in.Operations
	o.Rejects, o.Changes.List = nil, nil
	for i := range MostRejected + 7 {
		r := RejectedRow{Reject: in.Operations.Rejects[0].Reject, Owner: "Web team"}
		r.ID = fmt.Sprintf("R-%05d", i)
		o.Rejects = append(o.Rejects, r)
	}
	for i := range MostChanges + 3 {
		o.Changes.List = append(o.Changes.List, IDChange{Kind: transform.IDMinted, ID: transform.CustomerID(fmt.Sprintf("C%05d", i)), Records: 2})
	}
	o.Aside, o.Changes.Listable, o.Changes.Minted = int64(len(o.Rejects)), int64(len(o.Changes.List)), 2*int64(len(o.Changes.List))
	in.Operations, in.FullLists = &o, true
	return in
}

func TestEveryRejectedRowAndEveryChangeOfAnIdIsGivenInFull(t *testing.T) {
	in := troubled(t)
	wb, lists, found := Full(OperationsName, in)
	if !found || !Cuts(OperationsName, in) || len(lists) != 2 || wb.FileName != "operations_all-territories_2026-10-31_full-lists.xlsx" {
		t.Fatalf("%t, %+v, %s", found, lists, wb.FileName)
	}
	short := OperationsWorkbook(in)
	for i, want := range []struct{ tab, cut, whole string }{
		{"Merges", "500 of 503 rows; all of them are in the workbook of full lists that comes with this one.", "All 503 rows."},
		{"Rejected rows", "5,000 of 5,007 rows; all of them are in the workbook of full lists that comes with this one.", "All 5,007 rows."},
	} {
		cut, whole := pageOf(t, short, want.tab).Sheet().List, wb.Pages[i].Sheet()
		if whole.Tab != want.tab || cut.Len >= cut.Of || whole.List.Len != cut.Of || whole.List.Of != cut.Of || len(whole.List.Columns) != len(cut.Columns) {
			t.Errorf("%s: %d rows of %d, in full %d of %d", whole.Tab, cut.Len, cut.Of, whole.List.Len, whole.List.Of)
		}
		if cut.Note != want.cut || whole.List.Note != want.whole || lists[i].Rows != reports.Plural(cut.Of, "row", "rows") {
			t.Errorf("%s says %q, in full %q", want.tab, cut.Note, whole.List.Note)
		}
	}
	if in.FullLists = false; Cuts(OperationsName, in) {
		t.Error("full lists although nobody asked for them")
	}
}

func TestWhereNotEverythingIsGatheredTheCountIsOfAll(t *testing.T) {
	in := troubled(t)
	in.FullLists, in.Operations.Aside, in.Operations.Rejects = false, 70_000, in.Operations.Rejects[:MostRejected]
	in.Coverage = []transform.Coverage{{Source: "shop", AsideSum: euros(123)}}
	page := pageOf(t, OperationsWorkbook(in), "Rejected rows").Sheet()
	if page.List.Len != MostRejected || page.List.Of != 70_000 || page.List.Note != "" || !strings.HasPrefix(strings.ReplaceAll(page.Finding, reports.NBSP, " "), "70,000 of 1,150 rows could not be used, with amounts of € 123;") {
		t.Errorf("%d of %d, %q: %s", page.List.Len, page.List.Of, page.List.Note, page.Finding)
	}
}

func TestOfARowOfAFileItIsSaidWhereItStands(t *testing.T) {
	in := refresh(t)
	has := func() bool {
		return strings.Contains(pageText(t, OperationsWorkbook(in), "Rejected rows"), "| Place |")
	}
	if has() {
		t.Error("a place although all rows are of databases")
	}
	in.Operations.Rejects[1].Place = "line 17 of tickets.csv"
	if !has() || !strings.Contains(pageText(t, OperationsWorkbook(in), "Rejected rows"), "| line 17 of tickets.csv |") {
		t.Error("no place of a row of a file")
	}
}
