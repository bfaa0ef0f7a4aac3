package pages

import (
	"testing"

	"clientele/reports"
)

func TestTheCustomerFilePrintsItsMainColumnsAndKeepsTheOrderOfAll(t *testing.T) {
	in := company(t, 5)
	for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
		g := pageOf(t, wb, "Customer file").Sheet().Grids()[0]
		last := -1
		for i, c := range g.Columns {
			if c.Last {
				last = i
			}
		}
		if last < 0 || g.Columns[last].Text != "Net margin" {
			t.Errorf("%s prints up to column %d", wb.Name, last)
		}
		before := -1
		for _, head := range []string{
			"Customer", "Customer no.", "Group or household", "Business type", "City", "Country", "Territory", "Rep", "Status", "Since", "Last order", "Orders",
			"Revenue", "Revenue last year", "vs last year", "Gross profit", "Cost to serve", "Net profit", "Net margin", "Lifetime value", "Product categories",
			"RFM", "Segment", "Loyalty step", "Risk of leaving", "Satisfaction, 1–5", "Complaints", "Records merged",
		} {
			at := column(g, head)
			if at <= before {
				t.Errorf("%s: %s stands at %d, after %d", wb.Name, head, at, before)
			}
			before = at
		}
		if g.Note != "Prints up to Net margin; the columns after it are for the screen." {
			t.Errorf("note %q", g.Note)
		}
	}
}
