package excel

import (
	"slices"
	"strings"
	"testing"

	"clientele/reports/excel/exceltest"
)

// TestWhatAnAccessibilityCheckerWouldSayIsFound breaks each rule of exceltest's access.go in turn.
func TestWhatAnAccessibilityCheckerWouldSayIsFound(t *testing.T) {
	file, err := Bytes(sample(12))
	if err != nil {
		t.Fatal(err)
	}
	const list, wb, styles, drawing = "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml", "xl/drawings/drawing1.xml"
	for _, c := range []struct{ rule, part, from, to, want string }{
		{"a chart without an alternative text", drawing, ` descr="`, ` title="`, `says ""`},
		{"a picture file for an alternative text", drawing, ` descr="`, ` descr="chart1.png `, "chart1.png"},
		{"two charts with the same alternative text", drawing, `descr="Growth more than made up € 3.3 M of losses. Net change +751.`, `descr="Revenue beat last year in 9 of 12 months. October 1,734 after 1,569.`, "say the same"},
		{"an object that is met late", drawing, `<xdr:row>20</xdr:row>`, `<xdr:row>220</xdr:row>`, "is met after"},
		{"a table whose heads are not marked", "xl/tables/table1.xml", `<table `, `<table headerRowCount="0" `, "does not mark its heads"},
		{"a table with a standard name", "xl/tables/table1.xml", `displayName="tbl`, `displayName="Table1" other="tbl`, "a name that says nothing"},
		{"red alone", styles, `&#34;−&#34;#,##0_0`, `[Red]#,##0_0`, "colours numbers"},
		{"no sign", styles, `;&#34;−&#34;#,##0_0`, `;#,##0_0`, "without a sign"},
		{"a protected sheet", list, `</sheetData>`, `</sheetData><sheetProtection sheet="1"/>`, "not everybody can read"},
		{"a blank row in a table", "xl/tables/table1.xml", `ref="B7:Z19"`, `ref="B7:Z49"`, "has a blank row 49"},
		{"a standard name of a sheet", wb, `name="Segments"`, `name="Tabelle 2"`, "Tabelle 2 is a name that says nothing"},
		{"a link of an arrow alone", "xl/sharedStrings.xml", `← Overview`, `←`, `the link "←" says nothing`},
		{"a link that leads elsewhere", "xl/sharedStrings.xml", `← Overview`, `← Back`, "does not say so"},
		{"a condition that makes text pale", styles, `</family><color rgb="FF` + accent, `</family><color rgb="FFDDDDDD`, "as a condition has it"},
		{"a bar that hides its number", list, `<color rgb="FF` + tint, `<color rgb="FF` + dark, "as a condition has it"},
		{"two languages", "xl/charts/chart1.xml", `<c:lang val="en-GB"`, `<c:lang val="de"`, `speaks "de"`},
	} {
		faults := exceltest.Faults(altered(t, file, c.part, c.from, c.to))
		if !slices.ContainsFunc(faults, func(f string) bool { return strings.Contains(f, c.want) }) {
			t.Errorf("%s: want a fault about %q, got %q", c.rule, c.want, faults)
		}
	}
}
