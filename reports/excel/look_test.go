package excel

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// rulesOf maps areas to the colours their conditional formats give, in the order of the rules.
func rulesOf(t *testing.T, d drawn, tab string) map[string][]string {
	t.Helper()
	all, err := d.f.GetConditionalFormats(tab)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for cells, opts := range all {
		for _, o := range opts {
			if o.Format == nil {
				out[cells] = append(out[cells], o.Type)
				continue
			}
			s, err := d.f.GetConditionalStyle(*o.Format)
			if err != nil {
				t.Fatal(err)
			}
			out[cells] = append(out[cells], o.Criteria+" "+o.Value+" "+s.Font.Color)
		}
	}
	return out
}

func TestColoursSayGoodOrBadNotUpOrDown(t *testing.T) {
	d := draw(t, sample(5))
	for _, c := range []struct{ rule, tab, cells, want string }{
		{"growth is good", "Top customers", "G8:G12", "greater than or equal to 0.0005 " + accent + "|less than or equal to -0.0005 " + bad},
		{"where less is better the colours swap", "Segments", "E53:E55", "greater than or equal to 0.05 " + bad + "|less than or equal to -0.05 " + accent},
		{"a tile has its own direction", "Overview", "B8", "greater than or equal to 0.0005 " + accent + "|less than or equal to -0.0005 " + bad},
		{"a tile for which less is better", "Overview", "F8", "greater than or equal to 0.0005 " + bad + "|less than or equal to -0.0005 " + accent},
		{"status words", "Top customers", "E8:E12", "begins with Met " + accent + "|begins with Behind " + bad + "|begins with Breach " + bad},
		{"bars from zero", "Top customers", "H8:H12", "data_bar"},
		{"a block shaded around its mean", "Segments", "F8:H10", "3_color_scale"},
	} {
		rules := rulesOf(t, d, c.tab)
		if got := strings.Join(rules[c.cells], "|"); got != c.want {
			t.Errorf("%s: %s!%s has %q, want %q (of %v)", c.rule, c.tab, c.cells, got, c.want, rules)
		}
	}
}

func TestFindingsTooLongForTheFirstPageGoOnInTheNextLine(t *testing.T) {
	wb := sample(5)
	page := listPage(5)
	page.Head.Finding = strings.TrimSpace(strings.Repeat("Twelve accounts fell by a third and nobody knows why. ", 6))
	wb.Pages = []reports.Page{page}
	d := draw(t, wb)
	room, said, links := tileWidth*4+tileGap*3, "", 0
	rows, err := d.f.GetRows("Overview")
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, row := range rows {
		if found = found || len(row) > 1 && row[1] == "Top customers"; !found {
			continue
		}
		if len(row) >= 4 && row[1] != "Chart data" {
			said += " " + row[3]
			if row[1] != "" {
				links++
			}
			if w := textWidth(row[3], 10, false); w > room {
				t.Errorf("a line of %.0f characters in %.0f: %s", w, room, row[3])
			}
		}
	}
	if strings.TrimSpace(said) != page.Head.Finding || links != 1 {
		t.Errorf("%d links; the lines say %q", links, said)
	}
}

func TestNoBarsWhereNumbersFallBelowZero(t *testing.T) {
	wb := sample(5)
	page := listPage(5)
	page.Rows[2].net = -1
	wb.Pages = []reports.Page{page}
	if got := rulesOf(t, draw(t, wb), "Top customers")["H8:H12"]; got != nil {
		t.Errorf("got %v", got)
	}
}

func TestListsAreFrozenBelowTheirHeads(t *testing.T) {
	d := draw(t, sample(5))
	p, err := d.f.GetPanes("Top customers")
	if err != nil {
		t.Fatal(err)
	}
	if !p.Freeze || p.XSplit != 2 || p.YSplit != 7 || p.TopLeftCell != "C8" {
		t.Errorf("panes are %+v", p)
	}
}

func TestAnswersCanBeChosenOnly(t *testing.T) {
	d := draw(t, sample(5))
	dvs, err := d.f.GetDataValidations("Review pairs")
	if err != nil {
		t.Fatal(err)
	}
	if len(dvs) != 1 || dvs[0].Sqref != "C8:C10" || dvs[0].Formula1 != `"Same,Different,Unsure"` {
		t.Errorf("validations are %+v", dvs)
	}
	if s := styleOf(t, d, "Review pairs", "C8"); len(s.Fill.Color) != 1 || s.Fill.Color[0] != answer {
		t.Errorf("cells to fill in have the ground %v", s.Fill.Color)
	}
}

func TestLongWordsGetTallRows(t *testing.T) {
	d := draw(t, sample(5))
	h, err := d.f.GetRowHeight("Review pairs", 8)
	if err != nil {
		t.Fatal(err)
	}
	if h < 3*12 {
		t.Errorf("three lines of text get %g points", h)
	}
	if h, _ := d.f.GetRowHeight("Review pairs", headRow); h < 40 {
		t.Errorf("heads with filter buttons get %g points, want 40", h)
	}
}

func TestWarningStandsInTheBadColour(t *testing.T) {
	wb := sample(2)
	if s := styleOf(t, draw(t, wb), "Segments", "A4"); s.Font.Color != muted {
		t.Errorf("a stamp without warning is %s", s.Font.Color)
	}
	wb.Stamp.Warnings = 1
	wb.Overview.Warning = "Warning: shop data end on 28 Oct 2026."
	drawn := draw(t, wb)
	for _, at := range []string{"A4", "A5"} {
		if s := styleOf(t, drawn, wb.Overview.Tab, at); s.Font.Color != bad || !s.Font.Bold {
			t.Errorf("a warning in %s is %s", at, s.Font.Color)
		}
	}
	if v, _ := drawn.f.GetCellValue(wb.Overview.Tab, "A5"); v != wb.Overview.Warning {
		t.Errorf("over the first page stands %q", v)
	}
	wb.Stamp.ChecksFailed = 1
	if s := styleOf(t, draw(t, wb), "Segments", "A4"); s.Font.Color != bad || !s.Font.Bold {
		t.Errorf("a warning is %s", s.Font.Color)
	}
}

func TestPrint(t *testing.T) {
	d := draw(t, sample(60))
	names := map[string]string{}
	for _, n := range d.f.GetDefinedName() {
		names[n.Scope+" "+n.Name] = n.RefersTo
	}
	for key, want := range map[string]string{
		"Top customers _xlnm.Print_Area":   "'Top customers'!$A$1:$M$68", // without the numbers behind the small lines
		"Top customers _xlnm.Print_Titles": "'Top customers'!$1:$7",
	} {
		if names[key] != want {
			t.Errorf("%s is %s, want %s", key, names[key], want)
		}
	}
	if area := names["Review pairs _xlnm.Print_Area"]; !strings.HasPrefix(area, "'Review pairs'!$A$1:$") || strings.HasPrefix(area, "'Review pairs'!$A$1:$E$") {
		t.Errorf("a narrow sheet prints %s and cuts its stamp", area)
	}
	for _, tab := range d.f.GetSheetList() {
		l, err := d.f.GetPageLayout(tab)
		if err != nil {
			t.Fatal(err)
		}
		if *l.Orientation != "landscape" || *l.Size != 9 || *l.FitToWidth != 1 {
			t.Errorf("%s: %s, size %d, %d wide", tab, *l.Orientation, *l.Size, *l.FitToWidth)
		}
		hf, err := d.f.GetHeaderFooter(tab)
		if err != nil {
			t.Fatal(err)
		}
		if want := `&L&8&"Arial,Regular"3M && Sons · confidential · All territories · 8 reps&C`; !strings.HasPrefix(hf.OddFooter, want) {
			t.Errorf("%s: footer is %s", tab, hf.OddFooter)
		}
	}
}

func styleOf(t *testing.T, d drawn, tab, cell string) *excelize.Style {
	t.Helper()
	id, err := d.f.GetCellStyle(tab, cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := d.f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// operations is the first page of the workbook for those who run the program: a table instead of charts.
func operations() reports.Workbook {
	type source struct {
		name           string
		read, rejected int
		status         string
	}
	wb := sample(3)
	wb.Overview.Bands = []reports.Band{{reports.Table[source]{
		Title: "Sources",
		Columns: []reports.Column[source]{
			reports.Text("Source table", "", func(s source) string { return s.name }),
			reports.Count("Rows read", "", func(s source) int { return s.read }),
			reports.Count("Rejected", "", func(s source) int { return s.rejected }),
			reports.Text("Delay and status", "", func(s source) string { return s.status }).BadWords("Late"),
		},
		Rows:   []source{{"erp.invoice_lines", 88_412, 41, "OK · 12 h"}, {"crm.visits", 6_120, 0, "Late · 62 h, limit 48 h"}},
		Totals: []source{{"All", 94_532, 41, ""}},
	}}}
	return wb
}

func TestTableOnTheFirstPage(t *testing.T) {
	d := draw(t, operations())
	for cell, want := range map[string]string{
		"B19": "Sources", "B20": "Source table", "D21": "88,412 ", "F21": "41 ", "H22": "Late · 62 h, limit 48 h", "B23": "All", "D23": "94,532 ",
	} {
		if got := strings.TrimRight(d.shown(t, "Overview", cell), " "); got != strings.TrimRight(want, " ") {
			t.Errorf("%s shows %q, want %q", cell, got, want)
		}
	}
	if got := rulesOf(t, d, "Overview")["H21:H22"]; len(got) != 1 || got[0] != "begins with Late "+bad {
		t.Errorf("status words have %v", got)
	}
	wb := operations()
	wb.Overview.Bands = []reports.Band{{listPage(2).Table}}
	if _, err := Bytes(wb); err == nil || !strings.Contains(err.Error(), "room for 5") {
		t.Errorf("twelve columns on the first page: %v", err)
	}
}

func TestWorkbookWithoutOverviewOpensOnItsFirstPage(t *testing.T) {
	wb := sample(3)
	wb.Overview = nil
	d := draw(t, wb)
	if tabs := d.f.GetSheetList(); tabs[0] != "Top customers" || d.raw(t, tabs[0], "A5") != "" {
		t.Errorf("sheets are %v, and line 5 leads back to nothing", tabs)
	}
}
