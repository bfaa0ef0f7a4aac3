package pages

import (
	"fmt"
	"strings"
	"testing"

	"clientele/reports"
	"clientele/transform"
)

// crowded is the company with every customer, loss-maker and enquiry many times over.
func crowded(t *testing.T, times int) Input {
	t.Helper()
	in := company(t, 5)
	r := *in.Results
	r.Rows, r.Profitability.LossMakers, r.Prospects.Rows, r.Contracts.Rows = nil, nil, nil, nil
	losing := map[transform.CustomerID]bool{}
	for _, id := range in.Results.Profitability.LossMakers {
		losing[id] = true
	}
	for n := range times {
		for _, one := range in.Results.Rows {
			c := *one
			c.ID = transform.CustomerID(fmt.Sprintf("%s-%04d", one.ID, n))
			r.Rows = append(r.Rows, &c)
			if losing[one.ID] {
				r.Profitability.LossMakers = append(r.Profitability.LossMakers, c.ID)
			}
		}
		r.Prospects.Rows = append(r.Prospects.Rows, in.Results.Prospects.Rows...)
		r.Contracts.Rows = append(r.Contracts.Rows, in.Results.Contracts.Rows...)
	}
	in.Results, in.FullLists = &r, true
	return in
}

func TestEveryListOfAllOfAKindThatIsCutIsGivenInFull(t *testing.T) {
	in := crowded(t, 600)
	for name, want := range map[string]string{
		SalesName: "At risk, Loss-makers, Complaints, Contracts, Pipeline, Customer file", MarketingName: "Prospects, Customer file",
	} {
		wb, lists, found := Full(name, in)
		var tabs []string
		for _, l := range lists {
			tabs = append(tabs, l.Tab)
		}
		if got := strings.Join(tabs, ", "); !found || got != want || !Cuts(name, in) {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		r, _ := Find(name)
		short := map[string]*reports.Grid{}
		for _, p := range r.Describe(in).Pages {
			s := p.Sheet()
			short[s.Tab] = s.List
		}
		for i, p := range wb.Pages {
			s := p.Sheet()
			cut, whole := short[s.Tab], s.List
			if cut.Len >= cut.Of || whole.Len != cut.Of || whole.Of != cut.Of || len(whole.Columns) != len(cut.Columns) {
				t.Errorf("%s: %d rows of %d, in full %d of %d", s.Tab, cut.Len, cut.Of, whole.Len, whole.Of)
			}
			rows := reports.Plural(cut.Of, "row", "rows")
			if !strings.HasPrefix(cut.Note, reports.Thousands(cut.Len)+" of "+rows+"; all of them are in the workbook of full lists") || !strings.HasPrefix(whole.Note, "All "+rows+".") || lists[i].Rows != rows {
				t.Errorf("%s says %q, in full %q", s.Tab, cut.Note, whole.Note)
			}
			last := func(g *reports.Grid) string { return fmt.Sprint(g.Total(g.Totals - 1)) }
			if last(cut) != last(whole) {
				t.Errorf("%s: the total is %s, in full %s", s.Tab, last(cut), last(whole))
			}
		}
		if wb.Overview != nil || !strings.HasSuffix(wb.FileName, "_full-lists.xlsx") || wb.Stamp.Edition != "1a2b3c4d" {
			t.Errorf("%s: %s, edition %s", name, wb.FileName, wb.Stamp.Edition)
		}
	}
}

func TestWhereNoListIsCutNothingSpeaksOfFullLists(t *testing.T) {
	in := company(t, 5)
	for _, name := range []string{SalesName, MarketingName} {
		r, _ := Find(name)
		var told [2]string
		for i, on := range []bool{false, true} {
			in.FullLists = on
			var b strings.Builder
			for _, p := range r.Describe(in).Pages {
				if err := reports.Dump(&b, p); err != nil {
					t.Fatal(err)
				}
			}
			told[i] = b.String()
			if _, _, found := Full(name, in); found || Cuts(name, in) {
				t.Errorf("%s has full lists", name)
			}
		}
		if told[0] != told[1] {
			t.Errorf("the %s workbook is another where full lists are on", name)
		}
	}
	in = crowded(t, 30)
	if _, _, found := Full(OperationsName, in); found || Cuts(OperationsName, in) {
		t.Error("the operations report has full lists")
	}
	in.FullLists = false
	if _, _, found := Full(SalesName, in); found || Cuts(SalesName, in) {
		t.Error("full lists although nobody asked for them")
	}
}

func TestAListOfMoreThanProgramsOpenSaysWhatItHolds(t *testing.T) {
	b := &book{in: Input{FullLists: true}, whole: true}
	rows := capped(b, make([]int, mostFull+1), mostCustomers)
	if got := b.cutNote("Remark.", len(rows), mostFull+1); len(rows) != mostFull || !strings.HasPrefix(got, "100,000 of 100,001 rows: ") || !strings.HasSuffix(got, " Remark.") {
		t.Errorf("%d rows: %q", len(rows), got)
	}
}
