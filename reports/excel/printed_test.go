package excel

import (
	"strings"
	"testing"

	"clientele/reports"
)

func TestAListPrintsUpToItsLastPrintedColumnAndKeepsTheOthers(t *testing.T) {
	long := strings.Repeat("Vereinigte Werke ", 8)
	page := reports.List[customer]{
		Head: reports.Head{Tab: "File", Title: "File", Question: "Who is there?", Finding: "Everybody is there."},
		Table: reports.Table[customer]{Columns: []reports.Column[customer]{
			reports.Text("Customer", "", func(customer) string { return long }).Within(20),
			reports.Text("Why", "", func(customer) string { return "" }).Width(120), // wide enough for the lines at the head
			reports.Money("Revenue", "", func(c customer) cents { return c.revenue }).LastPrinted(),
			reports.Spark("Months", "", monthNames, func(c customer) []cents { return c.months }),
			reports.Count("Orders", "", func(c customer) int { return c.orders }).Sum(),
		}, Rows: customers(3), Note: strings.Repeat("A remark as long as this is read on paper too. ", 4)},
	}
	wb := sample(3)
	wb.Overview, wb.Pages = nil, []reports.Page{page}
	d := draw(t, wb)
	for _, n := range d.f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" && n.Scope == "File" && !strings.HasPrefix(n.RefersTo, "'File'!$A$1:$D$") {
			t.Errorf("prints %s", n.RefersTo)
		}
	}
	if w, _ := d.f.GetColWidth("File", "B"); w > 21 {
		t.Errorf("the column is %v wide", w)
	}
	if head, _ := d.f.GetCellValue("File", "F7"); head != "Orders" {
		t.Errorf("right of the printed page stands %q", head)
	}
	if h, _ := d.f.GetRowHeight("File", 8); h < 3*rowHeight {
		t.Errorf("the row of a long name is %v high", h)
	}
}

func TestANameLongerThanTheWidestColumnTakesSeveralLines(t *testing.T) {
	long := strings.Repeat("Haftungsgesellschaft ", 9) + "Nord"
	wb := sample(3)
	wb.Pages = []reports.Page{reports.List[customer]{
		Head: reports.Head{Tab: "File", Title: "File", Question: "Who is there?", Finding: "3 are there."},
		Table: reports.Table[customer]{Columns: []reports.Column[customer]{
			reports.Text("Customer", "", func(customer) string { return long }),
			reports.Money("Revenue", "", func(c customer) cents { return c.revenue }),
		}, Rows: customers(3)},
	}}
	d := draw(t, wb) // which fails where words are cut
	if w, _ := d.f.GetColWidth("File", "B"); w > widestText {
		t.Errorf("the column is %v wide", w)
	}
	if h, _ := d.f.GetRowHeight("File", 8); h < 4*12 {
		t.Errorf("the row of a name of 190 characters is %v high", h)
	}
}
