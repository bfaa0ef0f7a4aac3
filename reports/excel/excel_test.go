package excel

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"clientele/reports"
	"clientele/reports/excel/exceltest"
)

// drawn is the sample workbook: its bytes, its parts, and the file as the library reads it.
type drawn struct {
	data  []byte
	parts map[string]string
	order []*zip.File
	f     *excelize.File
}

func draw(t *testing.T, wb reports.Workbook) drawn {
	t.Helper()
	data, err := Bytes(wb)
	if err != nil {
		t.Fatal(err)
	}
	if path := os.Getenv("CLIENTELE_TEST_XLSX"); path != "" { // for looking at it
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	exceltest.Sound(t, "the workbook", data)
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	d := drawn{data: data, parts: map[string]string{}, order: zr.File}
	for _, e := range zr.File {
		d.parts[e.Name] = read(t, e)
	}
	if d.f, err = excelize.OpenReader(bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.f.Close() })
	return d
}

func read(t *testing.T, e *zip.File) string {
	t.Helper()
	r, err := e.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func (d drawn) shown(t *testing.T, tab, cell string) string {
	t.Helper()
	v, err := d.f.GetCellValue(tab, cell)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (d drawn) raw(t *testing.T, tab, cell string) string {
	t.Helper()
	v, err := d.f.GetCellValue(tab, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSameDescriptionSameBytes(t *testing.T) {
	a, err := Bytes(sample(40))
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		b, err := Bytes(sample(40))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Fatal("two drawings of one description differ")
		}
	}
	wb := sample(40)
	wb.Stamp.Edition = "ffffffff"
	if b, err := Bytes(wb); err != nil || bytes.Equal(a, b) {
		t.Errorf("another edition gives the same bytes (%v)", err)
	}
}

func TestFileKnowsNoClock(t *testing.T) {
	d := draw(t, sample(5))
	for _, e := range d.order {
		if !e.Modified.Equal(asOf) {
			t.Errorf("%s was packed at %s, want the as-of day", e.Name, e.Modified)
		}
	}
	p, err := d.f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if p.Created != "2026-10-31T00:00:00Z" || p.Modified != p.Created {
		t.Errorf("created %s, modified %s, want the as-of day", p.Created, p.Modified)
	}
	if p.Title == "" || p.Subject == "" || p.Language != "en-GB" || !strings.Contains(p.Description, "edition 1a2b3c4d") {
		t.Errorf("properties %+v lack something", p)
	}
}

func TestValuesKeepTheirType(t *testing.T) {
	d := draw(t, sample(30))
	for _, c := range []struct{ rule, cell, raw, shown string }{
		{"text is text", "B8", "Bluebell Banqueting 1", "Bluebell Banqueting 1"},
		{"leading zeros of an identifier stay", "C8", "000001", "000001"},
		{"an amount holds the cent and shows whole units", "F10", "78704.91", "78,705 "},
		{"a share is a fraction", "I8", "0.2", "20.0% "},
		{"a change is a number with an arrow", "G9", "0.180100769", "▲ 18.0% "},
		{"what is not measured is empty", "G8", "", ""},
		{"a day is a number", "L8", "46326", "31 Oct 2026 "},
		{"the small line's cell is empty", "M8", "", ""},
		{"its numbers stand in the row", "N8", "2000", "2,000 "},
	} {
		if got := d.raw(t, "Top customers", c.cell); got != c.raw {
			t.Errorf("%s: %s holds %q, want %q", c.rule, c.cell, got, c.raw)
		}
		if got := d.shown(t, "Top customers", c.cell); got != c.shown {
			t.Errorf("%s: %s shows %q, want %q", c.rule, c.cell, got, c.shown)
		}
	}
	if ty, _ := d.f.GetCellType("Review pairs", "B8"); ty != excelize.CellTypeSharedString {
		t.Errorf("a name beginning with = is stored as type %v, want text", ty)
	}
	if got := d.raw(t, "Review pairs", "B8"); got != "=Bluebell Banqueting 1" {
		t.Errorf("a name beginning with = became %q", got)
	}
	for name, part := range d.parts {
		if strings.Contains(part, `t="inlineStr"`) {
			t.Errorf("%s holds text inline, which phones show blank", name)
		}
	}
}

func TestHeadOfEverySheet(t *testing.T) {
	d := draw(t, sample(5))
	for _, tab := range d.f.GetSheetList() {
		for _, cell := range []string{"A1", "A2", "A3", "A4"} {
			if d.raw(t, tab, cell) == "" {
				t.Errorf("%s!%s is empty", tab, cell)
			}
		}
		if q := d.raw(t, tab, "A2"); !strings.HasSuffix(strings.TrimSuffix(q, " Copy them from here."), "?") {
			t.Errorf("%s asks no question: %q", tab, q)
		}
		if tab != "Overview" && d.raw(t, tab, "A5") != "← Overview" {
			t.Errorf("%s does not lead back", tab)
		}
		if ok, _ := d.f.GetSheetVisible(tab); !ok {
			t.Errorf("%s is hidden", tab)
		}
		if m, _ := d.f.GetMergeCells(tab); len(m) > 0 {
			t.Errorf("%s has merged cells", tab)
		}
	}
	if got, want := d.raw(t, "Top customers", "A4"), "5 of 2,961 rows shown"; !strings.Contains(got, want) {
		t.Errorf("stamp %q does not say %q", got, want)
	}
}

func TestSheetsStandInReadingOrder(t *testing.T) {
	d := draw(t, sample(5))
	want := "Overview|Top customers|Segments|Review pairs|Chart data|Method & data"
	if got := strings.Join(d.f.GetSheetList(), "|"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if d.f.GetActiveSheetIndex() != 0 {
		t.Error("the file does not open on the first sheet")
	}
}

func TestFailedChecksStandInEveryStamp(t *testing.T) {
	wb := sample(5)
	wb.Stamp.ChecksFailed = 2
	d := draw(t, wb)
	for _, tab := range d.f.GetSheetList() {
		if !strings.HasSuffix(d.raw(t, tab, "A4"), "CHECKS FAILED: 2") {
			t.Errorf("%s does not say that checks failed", tab)
		}
	}
}

func TestOverviewTellsWhatEachSheetFound(t *testing.T) {
	d := draw(t, sample(5))
	rows, err := d.f.GetRows("Overview")
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, r := range rows {
		text += strings.Join(r, "|") + "\n"
	}
	for _, tab := range d.f.GetSheetList()[1:] {
		if want := tab + "||" + d.raw(t, tab, "A3"); !strings.Contains(text, want) {
			t.Errorf("overview lacks %q", want)
		}
	}
	if ok, target, _ := d.f.GetCellHyperLink("Overview", "J14"); !ok || target != "'Top customers'!A1" {
		t.Errorf("the first action leads to %q", target)
	}
	if ok, target, _ := d.f.GetCellHyperLink("Overview", "J16"); ok {
		t.Errorf("an action on a sheet that was left out leads to %q", target)
	}
}

func TestTilesAreNamedNumbers(t *testing.T) {
	d := draw(t, sample(5))
	got := map[string]string{}
	for _, n := range d.f.GetDefinedName() {
		if strings.HasPrefix(n.Name, "kpi_") {
			got[n.Name] = n.RefersTo
		}
	}
	if len(got) != 5 || got["kpi_revenue"] != "'Overview'!$B$7" {
		t.Errorf("names are %v", got)
	}
	if raw := d.raw(t, "Overview", "B7"); raw != "19141785" {
		t.Errorf("revenue holds %s", raw)
	}
	if s := d.raw(t, "Overview", "H8"); s != "first report, no comparison" {
		t.Errorf("a tile without comparison says %q", s)
	}
}

func TestProtectedFileOpensWithItsPasswordOnly(t *testing.T) {
	d := draw(t, sample(3))
	locked, err := Protect(d.data, "sesame")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := excelize.OpenReader(bytes.NewReader(locked)); err == nil {
		t.Error("the file opens without password")
	}
	f, err := excelize.OpenReader(bytes.NewReader(locked), excelize.Options{Password: "sesame"})
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if _, err := Protect(d.data, ""); err == nil {
		t.Error("an empty password is accepted")
	}
}

func TestAnswersComeBack(t *testing.T) {
	d := draw(t, sample(5))
	if err := d.f.SetCellStr("Review pairs", "C9", " Same "); err != nil {
		t.Fatal(err)
	}
	buf, err := d.f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := ReadList(buf.Bytes(), "Review pairs")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 || rows[1].Row != 9 || rows[1].Fields["your decision"] != "Same" || rows[0].Fields["your decision"] != "" {
		t.Errorf("got %v", rows)
	}
	if _, err := ReadList(buf.Bytes(), "Missing"); err == nil {
		t.Error("a missing sheet is no error")
	}
	if _, err := ReadList([]byte("no zip"), "Review pairs"); err == nil {
		t.Error("a file that is no workbook is no error")
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		rule, want string
		change     func(*reports.Workbook)
	}{
		{"no pages", "no pages", func(wb *reports.Workbook) { wb.Overview, wb.Pages = nil, nil }},
		{"no as-of day", "as-of day", func(wb *reports.Workbook) { wb.AsOf = time.Time{} }},
		{"six tiles", "6 tiles", func(wb *reports.Workbook) { wb.Overview.Tiles = append(wb.Overview.Tiles, reports.Tile{}) }},
		{"three blocks side by side", "sheet Wide: band 1 holds 3 blocks", func(wb *reports.Workbook) {
			wb.Pages = []reports.Page{reports.Board{Head: reports.Head{Tab: "Wide"}, Bands: []reports.Band{{bridge(), bridge(), bridge()}}}}
		}},
		{"more rows than a sheet holds", "1,048,576", func(wb *reports.Workbook) {
			wb.Pages = []reports.Page{reports.List[int]{Head: reports.Head{Tab: "Long"}, Table: reports.Table[int]{
				Columns: []reports.Column[int]{reports.Count("N", "", func(i int) int { return i })}, Rows: make([]int, 1_048_570),
			}}}
		}},
		{"no columns", "no columns", func(wb *reports.Workbook) {
			wb.Pages = []reports.Page{reports.List[int]{Head: reports.Head{Tab: "Bare"}}}
		}},
	} {
		wb := sample(2)
		c.change(&wb)
		if _, err := Bytes(wb); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got error %v, want one naming %q", c.rule, err, c.want)
		}
	}
}

func TestAwkwardNamesGiveAWholeFile(t *testing.T) {
	wb := sample(2)
	head := reports.Head{Tab: "Q1/Q2: O'Brien & Söhne [long name of a sheet]", Title: "T", Question: "Q?", Finding: "<1 & 2>"}
	page := reports.List[int]{Head: head, Table: reports.Table[int]{Rows: []int{1, 2}, Columns: []reports.Column[int]{
		reports.Text("Name", "", func(int) string { return "@SUM(1)\x01" }), reports.Text("name", "", func(int) string { return "x" }),
		reports.Link("To", "", func(int) string { return "Q1-Q2- O'Brien & Söhne -long na" }, func(int) string { return "#" + head.Tab }),
		reports.Link("Nowhere", "", func(int) string { return "gone" }, func(int) string { return "#Left out" }),
	}}}
	wb.Pages = []reports.Page{page, page}
	d := draw(t, wb)
	tabs := d.f.GetSheetList()
	if len(tabs) != 4 || tabs[1] == tabs[2] {
		t.Fatalf("sheets are %q", tabs)
	}
	for cell, want := range map[string]string{"B7": "Name", "C7": "name (2)", "B8": "@SUM(1)\uFFFD", "E8": "gone"} {
		if got := d.raw(t, tabs[1], cell); got != want {
			t.Errorf("%s holds %q, want %q", cell, got, want)
		}
	}
	if ok, to, _ := d.f.GetCellHyperLink(tabs[1], "D8"); !ok || to != quotedTab(tabs[1])+"!A1" {
		t.Errorf("the link leads to %q", to)
	}
	if ok, _, _ := d.f.GetCellHyperLink(tabs[1], "E8"); ok {
		t.Error("a link leads to a sheet that was left out")
	}
}

func TestEmptyListIsAWholeSheet(t *testing.T) {
	wb := sample(2)
	page := listPage(0)
	page.Totals, page.Of, page.Table.Note = nil, 0, "Nobody is at risk."
	wb.Pages = []reports.Page{page}
	d := draw(t, wb)
	if got := d.raw(t, "Top customers", "B9"); got != "Nobody is at risk." {
		t.Errorf("note is %q", got)
	}
	if got := d.raw(t, "Top customers", "B6"); got != "0" {
		t.Errorf("filtered count is %q, want 0", got)
	}
}

func TestMissingNumbersNeverReachACell(t *testing.T) {
	wb := sample(2)
	c := bridge()
	c.Series[0].Values = []float64{1, math.NaN(), math.Inf(1), 4, 5}
	wb.Pages = []reports.Page{reports.Board{Head: reports.Head{Tab: "Bars", Title: "Bars", Question: "?", Finding: "1"}, Bands: []reports.Band{{c}}}}
	for name, part := range draw(t, wb).parts {
		if strings.Contains(part, ">NaN<") || strings.Contains(part, "Inf<") {
			t.Errorf("%s holds what is no number", name)
		}
	}
}
