package excel

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"clientele/reports"
	"clientele/reports/excel/exceltest"
)

// altered is a workbook with one place of one part changed.
func altered(t *testing.T, file []byte, part, from, to string) []byte {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	zw, found := zip.NewWriter(&out), false
	for _, e := range zr.File {
		text := read(t, e)
		if e.Name == part {
			found = strings.Contains(text, from)
			text = strings.Replace(text, from, to, 1)
		}
		w, err := zw.CreateHeader(&zip.FileHeader{Name: e.Name, Method: zip.Deflate, Modified: e.Modified})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	if !found {
		t.Fatalf("%s does not hold %s", part, from)
	}
	return out.Bytes()
}

// TestABrokenRuleIsFound holds those who look at workbooks to finding what is wrong.
func TestABrokenRuleIsFound(t *testing.T) {
	file, err := Bytes(sample(12))
	if err != nil {
		t.Fatal(err)
	}
	if faults := exceltest.Faults(file); len(faults) > 0 {
		t.Fatalf("the sample has faults: %q", faults)
	}
	const list, wb, chart = "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/charts/chart2.xml"
	for _, c := range []struct{ rule, part, from, to, want string }{
		{"hidden sheets", wb, `<sheet name="Segments"`, `<sheet state="hidden" name="Segments"`, "Segments is hidden"},
		{"hidden rows", list, `<row r="9"`, `<row hidden="true" r="9"`, "row 9 is hidden"},
		{"hidden columns", list, `<col customWidth="true" max="2"`, `<col hidden="true" customWidth="true" max="2"`, "column 2 is hidden"},
		{"merged cells", list, `</sheetData>`, `</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`, "merged cells"},
		{"gridlines", list, `showGridLines="false"`, `showGridLines="true"`, "without gridlines"},
		{"portrait", list, `landscape`, `portrait`, "A4 landscape"},
		{"a footer without pages", list, `Page &amp;P of &amp;N`, `the end`, "footer"},
		{"no question", "xl/sharedStrings.xml", `how do we keep them?`, `how we keep them.`, "asks no question"},
		{"a number among texts", list, `<c r="D9"`, `<c r="D9"><v>1</v></c><c r="AZ9"`, "mixes"},
		{"text that stands in the sheet", list, `<c r="A1" s="1" t="s"><v>`, `<c r="A1" s="1" t="inlineStr"><is><t>x</t></is><v>`, "stands in the sheet"},
		{"a formula without its number", list, `</f><v>`, `</f><w>`, ""},
		{"a formula declared text", list, `<f>SUBTOTAL(103`, `<f>SUM(103`, "not one of those allowed"},
		{"a head twice", "xl/tables/table1.xml", `name="Territory"`, `name="Customer"`, "doubled"},
		{"a name that leads nowhere", wb, `&#39;Overview&#39;!$B$7`, `&#39;Nowhere&#39;!$B$7`, "refers to"},
		{"pale text", "xl/styles.xml", `<color rgb="FF` + muted + `">`, `<color rgb="FFDDDDDD">`, "contrast"},
		{"a chart on two cells", "xl/drawings/drawing1.xml", `<xdr:oneCellAnchor>`, `<xdr:twoCellAnchor>`, ""},
		{"a chart without words", "xl/drawings/drawing1.xml", `The numbers are`, `They are`, "is described as"},
		{"a chart with another number", chart, `<c:v>-1328394</c:v>`, `<c:v>-1328395</c:v>`, "the chart"},
		{"a chart that carries none", chart, `<c:numCache>`, `<c:numGone>`, "carry"},
		{"a title of the application's", chart, `autoTitleDeleted val="1"`, `autoTitleDeleted val="0"`, "title"},
		{"a property", "docProps/core.xml", `<dc:language>en-GB`, `<dc:language>`, "dc:language"},
	} {
		faults := exceltest.Faults(altered(t, file, c.part, c.from, c.to))
		if !slices.ContainsFunc(faults, func(f string) bool { return strings.Contains(f, c.want) }) {
			t.Errorf("%s: want a fault about %q, got %q", c.rule, c.want, faults)
		}
	}
}

func TestNumbersThatDoNotFitAndWordsThatAreCutAreFound(t *testing.T) {
	file, err := Bytes(sample(12))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ rule, from, to, want string }{
		{"a number wider than its column", `max="8" min="8" width="1`, `max="8" min="8" width="`, "its column has 0.6"},
		{"a name beside a filled cell", `max="2" min="2" width="3`, `max="2" min="2" width="`, "the next one is filled"},
	} {
		faults := exceltest.Faults(altered(t, file, "xl/worksheets/sheet2.xml", c.from, c.to))
		if !slices.ContainsFunc(faults, func(f string) bool { return strings.Contains(f, c.want) }) {
			t.Errorf("%s: want a fault about %q, got %.200q", c.rule, c.want, faults)
		}
	}
}

func TestAColumnOfSeveralUnitsIsFound(t *testing.T) {
	of := func(vs ...reports.Value) []string {
		wb := sample(1)
		wb.Pages = []reports.Page{reports.Board{Head: reports.Head{Tab: "Units", Title: "Units", Question: "Of what?", Finding: "2 units."}, Bands: []reports.Band{{
			reports.Table[reports.Value]{Title: "Units", Rows: vs, Columns: []reports.Column[reports.Value]{
				reports.Text("Measure", "Words.", func(reports.Value) string { return "Share" }),
				reports.Values(reports.KindPercent, "Share", "Numbers.", func(v reports.Value) reports.Value { return v }),
			}},
		}}}}
		file, err := Bytes(wb)
		if err != nil {
			t.Fatal(err)
		}
		return exceltest.Faults(file)
	}
	if faults := of(reports.PercentValue(.2), reports.PercentValue(0), reports.PercentValue(-1e-9)); len(faults) > 0 {
		t.Errorf("shares alone: %q", faults)
	}
	for _, alien := range []reports.Value{reports.Number1Value(3), reports.DeltaPointsValue(3), reports.MoneyValue(euros(3))} {
		faults := of(reports.PercentValue(.2), alien)
		if !slices.ContainsFunc(faults, func(f string) bool { return strings.Contains(f, `Share, %" mixes units`) }) {
			t.Errorf("a share beside %v: %q", alien, faults)
		}
	}
}

func TestAPartThatDiffersFromItsSchemaIsFound(t *testing.T) {
	schemas, err := exceltest.FindSchemas()
	if err != nil {
		t.Skip(err)
	}
	file, err := Bytes(sample(3))
	if err != nil {
		t.Fatal(err)
	}
	if faults, err := schemas.Faults(file); err != nil || len(faults) > 0 {
		t.Errorf("the sample: %v, %q", err, faults)
	}
	for _, c := range []struct{ part, from, to string }{
		{"xl/charts/chart1.xml", `<c:autoTitleDeleted val="1"/>`, ``},
		{"xl/charts/chart1.xml", `<c:varyColors val="0"/>`, `<c:smooth val="0"/><c:varyColors val="0"/>`},
		{"xl/worksheets/sheet1.xml", `<worksheet `, `<worksheet late="yes" `},
		{"xl/styles.xml", `<fonts`, `<cellXfs/><fonts`},
		{"xl/drawings/drawing1.xml", `<xdr:ext `, `<xdr:size `},
		{"docProps/core.xml", `2026-10-31T00:00:00Z`, `yesterday`},
		{"docProps/app.xml", `<Company>`, `<Firm/><Company>`},
		{"[Content_Types].xml", `ContentType=`, `Kind=`},
		{"xl/_rels/workbook.xml.rels", `Target=`, `Goal=`},
	} {
		broken := altered(t, file, c.part, c.from, c.to)
		if c.from == `<c:autoTitleDeleted val="1"/>` {
			broken = altered(t, file, c.part, `<c:plotArea>`, `<c:plotArea><c:autoTitleDeleted val="1"/>`)
		}
		if faults, err := schemas.Faults(broken); err == nil && len(faults) == 0 {
			t.Errorf("%s: %q in place of %q passes", c.part, c.to, c.from)
		}
	}
}

// extremes is a workbook of every kind of value and of names as people write them.
func extremes() reports.Workbook {
	wb := sample(40)
	names := []string{
		"=1+1", "+1", "-1", "@SUM(A1)", "1234", "007", "1e5", "TRUE", "2026-10-31", "#REF!", "'quoted", `"quoted"`, "a\tb", "line one\nline two", "\x00\x07bell\x1b",
		"\xff\xfe broken", strings.Repeat("Wholesale ", 20), strings.Repeat("界", 200), "مطعم البركة للتجارة", "קפה הגליל", "👩‍👩‍👧 Bäckerei 🥐", "\u202eReversed", "_x0041_ Ltd",
		" leading and trailing ", "<b>&amp;</b>", "Ünïcode ﬁ ß", "\u00a0", "\u200b",
	}
	type row struct {
		name string
		i    int
	}
	var rows []row
	for i, n := range names {
		rows = append(rows, row{n, i})
	}
	nth := func(r row) float64 { return float64(r.i-5) * 1234.56789 }
	wb.Pages = append(wb.Pages, reports.List[row]{
		Head: reports.Head{Tab: "Extremes", Title: names[18], Question: "Is " + names[16] + " all right?", Finding: names[20] + " 1"},
		Table: reports.Table[row]{Rows: rows, Columns: []reports.Column[row]{
			reports.Text("Name", "", func(r row) string { return r.name }), reports.ID("Number", "", func(r row) string { return r.name }),
			reports.Wrap("Remark", "", func(r row) string { return r.name }), reports.Count("Count", "", func(r row) int { return r.i }),
			reports.Number1("One", "", nth), reports.Number2("Two", "", nth), reports.MoneyCents("Cents", "", func(r row) cents { return cents(nth(r) * 10_000) }),
			reports.Percent("Share", "", func(r row) float64 { return nth(r) / 1e5 }), reports.DeltaPercent("Change", "", func(r row) float64 { return nth(r) / 1e5 }),
			reports.DeltaPoints("Points", "", nth), reports.DeltaMoney("Gap", "", func(r row) cents { return cents(nth(r)) }),
			reports.Date("Day", "", func(r row) time.Time { return asOf.AddDate(0, 0, -r.i) }), reports.Month("Month", "", func(r row) time.Time { return asOf.AddDate(0, -r.i, 0) }),
			reports.Instant("Moment", "", func(r row) time.Time { return asOf.Add(time.Duration(r.i) * 61 * time.Minute) }),
		}},
	})
	return wb
}

func TestOtherProgramsReadEveryCellAsItIs(t *testing.T) {
	d := draw(t, extremes())
	file := filepath.Join(t.TempDir(), "extremes.xlsx")
	if err := os.WriteFile(file, d.data, 0o600); err != nil {
		t.Fatal(err)
	}
	exceltest.ReadAbroad(t, file)
}

func TestADifferenceBetweenReadersIsFound(t *testing.T) {
	file, err := Bytes(sample(3))
	if err != nil {
		t.Fatal(err)
	}
	b, err := exceltest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []exceltest.ReadCell
	for _, s := range b.Sheets {
		for _, c := range s.Cells {
			all = append(all, exceltest.ReadCell{Sheet: s.Name, Ref: c.Ref, Kind: c.Kind, Text: c.Text, Number: c.Number})
		}
	}
	if d := b.Differences(all); len(d) > 0 {
		t.Errorf("the same cells differ: %q", d)
	}
	for rule, change := range map[string]func(*exceltest.ReadCell){
		"another type":   func(c *exceltest.ReadCell) { c.Kind = exceltest.Date },
		"another text":   func(c *exceltest.ReadCell) { c.Text += "x" },
		"another number": func(c *exceltest.ReadCell) { c.Number += 0.001 },
		"another cell":   func(c *exceltest.ReadCell) { c.Ref = "ZZ1" },
	} {
		for i := range all[:60] {
			changed := slices.Clone(all)
			if change(&changed[i]); changed[i].Kind == exceltest.Text && rule == "another number" || changed[i].Kind != exceltest.Text && rule == "another text" {
				continue
			}
			if len(b.Differences(changed)) == 0 {
				t.Errorf("%s: %s!%s is not found", rule, all[i].Sheet, all[i].Ref)
			}
		}
	}
	if len(b.Differences(all[1:])) == 0 {
		t.Error("a cell that was not read is not found")
	}
}
