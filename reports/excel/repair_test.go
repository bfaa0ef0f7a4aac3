package excel

import (
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// chartParts are the chart parts of the sample.
func chartParts(t *testing.T, d drawn) map[string]string {
	t.Helper()
	out := map[string]string{}
	for name, part := range d.parts {
		if strings.HasPrefix(name, "xl/charts/chart") {
			out[name] = part
		}
	}
	if len(out) != 7 {
		t.Fatalf("the sample has %d charts, want 7", len(out))
	}
	return out
}

var reference = regexp.MustCompile(`<c:f>([^<]*)</c:f><c:(?:num|str)Cache>(?:<c:formatCode>General</c:formatCode>)?<c:ptCount val="(\d+)"/>(.*?)</c:(?:num|str)Cache>`)

var point = regexp.MustCompile(`<c:pt idx="(\d+)"><c:v>([^<]*)</c:v></c:pt>`)

func TestEveryChartReferenceCarriesTheNumbersOfItsCells(t *testing.T) {
	d := draw(t, sample(30))
	for name, part := range chartParts(t, d) {
		refs := reference.FindAllStringSubmatch(part, -1)
		if len(refs) == 0 || len(refs) != strings.Count(part, "<c:f>") {
			t.Errorf("%s: %d of %d references carry numbers", name, len(refs), strings.Count(part, "<c:f>"))
		}
		for _, r := range refs {
			cells := cellsOf(t, r[1])
			if strconv.Itoa(len(cells)) != r[2] {
				t.Errorf("%s: %s has %d cells and %s points", name, r[1], len(cells), r[2])
			}
			cached := make([]string, len(cells))
			for _, p := range point.FindAllStringSubmatch(r[3], -1) {
				i, _ := strconv.Atoi(p[1])
				cached[i] = strings.NewReplacer("&amp;", "&", "&lt;", "<").Replace(p[2])
			}
			for i, c := range cells {
				if got := d.raw(t, "Chart data", c); got != cached[i] {
					t.Errorf("%s: %s holds %q, the chart %q", name, c, got, cached[i])
				}
			}
		}
	}
}

// cellsOf lists the cells of a reference to the sheet of chart data.
func cellsOf(t *testing.T, ref string) []string {
	t.Helper()
	local, ok := strings.CutPrefix(ref, "'Chart data'!")
	if !ok {
		t.Fatalf("a chart reads from %s, not from the sheet of chart data", ref)
	}
	from, to, _ := strings.Cut(strings.ReplaceAll(local, "$", ""), ":")
	if to == "" {
		to = from
	}
	c1, r1, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	_, r2, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for r := r1; r <= r2; r++ {
		out = append(out, cell(c1, r))
	}
	return out
}

// The order of elements in ISO/IEC 29500-1, annex A.5, for what our charts use.
var schemaOrder = map[string][]string{
	"chartSpace": {"date1904", "lang", "roundedCorners", "chart", "spPr", "txPr"},
	"chart":      {"title", "autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs"},
	"plotArea":   {"layout", "barChart", "lineChart", "scatterChart", "catAx", "valAx", "spPr"},
	"barChart":   {"barDir", "grouping", "varyColors", "ser", "dLbls", "gapWidth", "overlap", "axId"},
	"lineChart":  {"grouping", "varyColors", "ser", "dLbls", "marker", "axId"},
	"ser":        {"idx", "order", "tx", "spPr", "marker", "invertIfNegative", "dPt", "dLbls", "cat", "xVal", "val", "yVal", "smooth"},
	"dPt":        {"idx", "invertIfNegative", "bubble3D", "spPr"},
	"dLbls":      {"dLbl", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"},
	"dLbl":       {"idx", "delete", "layout", "tx", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"},
	"catAx": {
		"axId", "scaling", "delete", "axPos", "majorGridlines", "title", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr",
		"crossAx", "crosses", "auto", "lblAlgn", "lblOffset", "tickLblSkip", "noMultiLvlLbl",
	},
	"valAx": {
		"axId", "scaling", "delete", "axPos", "majorGridlines", "title", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr",
		"crossAx", "crosses", "crossBetween",
	},
	"scaling": {"orientation", "max", "min"},
}

func TestChartElementsStandInTheOrderOfTheSchema(t *testing.T) {
	for name, part := range chartParts(t, draw(t, sample(30))) {
		type level struct {
			name string
			last int
		}
		var open []level
		dec := xml.NewDecoder(strings.NewReader(part))
		for {
			tok, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch x := tok.(type) {
			case xml.StartElement:
				if n := len(open); n > 0 && schemaOrder[open[n-1].name] != nil {
					at := slices.Index(schemaOrder[open[n-1].name], x.Name.Local)
					if at < open[n-1].last {
						t.Errorf("%s: %s stands wrongly in %s", name, x.Name.Local, open[n-1].name)
					}
					open[n-1].last = at
				}
				open = append(open, level{name: x.Name.Local})
			case xml.EndElement:
				open = open[:len(open)-1]
			}
		}
	}
}

func TestChartsTellTheTruth(t *testing.T) {
	parts := chartParts(t, draw(t, sample(30)))
	signed := parts["xl/charts/chart2.xml"]
	if n := strings.Count(signed, "<c:dPt>"); n != 2 {
		t.Errorf("%d columns are marked as losses, want 2", n)
	}
	if !strings.Contains(signed, `<c:dPt><c:idx val="1"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="`+bad+`"/>`) {
		t.Error("losses do not have the bad colour")
	}
	for name, part := range parts {
		if !strings.Contains(part, `<c:autoTitleDeleted val="1"/>`) {
			t.Errorf("%s may get a title from the application", name)
		}
		bars := strings.Contains(part, "<c:barChart>")
		negative := strings.Contains(part, "<c:v>-")
		if bars && !negative && !strings.Contains(part, `<c:min val="0"/>`) {
			t.Errorf("%s: bars do not start at zero", name)
		}
		if legend, series := strings.Contains(part, "<c:legend>"), strings.Count(part, "<c:ser>"); legend != (series >= 3) {
			t.Errorf("%s: %d series, legend %t", name, series, legend)
		}
	}
}

func TestEveryChartHasAnAlternativeText(t *testing.T) {
	n := 0
	for name, part := range draw(t, sample(5)).parts {
		if strings.HasPrefix(name, "xl/drawings/drawing") {
			n += len(regexp.MustCompile(`descr="[^"]{40,}"`).FindAllString(part, -1))
		}
	}
	if n != 7 {
		t.Errorf("%d of 7 charts have an alternative text", n)
	}
}

func TestFilteredLineCarriesItsNumbers(t *testing.T) {
	d := draw(t, sample(30))
	part := d.parts["xl/worksheets/sheet2.xml"]
	cells := regexp.MustCompile(`<c r="([A-Z]+6)"[^>]*><f>([^<]*)</f><v>([^<]*)</v></c>`).FindAllStringSubmatch(part, -1)
	if len(cells) != 3 || strings.Count(part, "<f>") != 3 {
		t.Fatalf("found %d formulas, want 3: %v", len(cells), cells)
	}
	var revenue, net int64
	for _, c := range customers(30) {
		revenue += int64(c.revenue)
		net += int64(c.net)
	}
	want := []string{"30", strconv.FormatFloat(float64(revenue)/1e4, 'f', -1, 64), strconv.FormatFloat(float64(net)/1e4, 'f', -1, 64)}
	for i, c := range cells {
		if strings.Contains(c[0], `t="str"`) {
			t.Errorf("%s is declared text", c[1])
		}
		if c[3] != want[i] {
			t.Errorf("%s carries %s, want %s", c[1], c[3], want[i])
		}
	}
	if cells[1][2] != "SUBTOTAL(109,F8:F37)" {
		t.Errorf("the sum is %s; it must not reach the total row", cells[1][2])
	}
}

func TestOnlyListsHaveFilterButtons(t *testing.T) {
	d := draw(t, sample(5))
	for name, part := range d.parts {
		if !strings.HasPrefix(name, "xl/tables/") {
			continue
		}
		list := strings.Contains(part, `name="tblTopCustomers"`) || strings.Contains(part, `name="tblReviewPairs"`)
		if got := strings.Contains(part, "<autoFilter"); got != list {
			t.Errorf("%s: filter buttons %t, want %t", name, got, list)
		}
	}
}

func TestHeadsOfTablesEqualTheirCells(t *testing.T) {
	d := draw(t, sample(5))
	for _, tab := range d.f.GetSheetList() {
		tables, err := d.f.GetTables(tab)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			from, to, _ := strings.Cut(table.Range, ":")
			c1, r, _ := excelize.CellNameToCoordinates(from)
			c2, _, _ := excelize.CellNameToCoordinates(to)
			seen := map[string]bool{}
			for c := c1; c <= c2; c++ {
				head := d.raw(t, tab, cell(c, r))
				if key := strings.ToLower(head); head == "" || seen[key] || strings.Contains(head, "\n") {
					t.Errorf("%s %s: head %q is empty, doubled or broken", tab, table.Name, head)
				} else {
					seen[key] = true
				}
			}
		}
	}
}

func TestSmallLinesAndBarsAreMended(t *testing.T) {
	d := draw(t, sample(30))
	list := d.parts["xl/worksheets/sheet2.xml"]
	for _, want := range []string{
		`<x14:sparklineGroup lineWeight="1.5" type="line"`, `<x14:colorLast rgb="FF` + accent + `">`,
		`<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="max">`, `<xm:f>&#39;Top customers&#39;!N8:Z8</xm:f><xm:sqref>M8</xm:sqref>`,
	} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %s", want)
		}
	}
	for name, part := range d.parts {
		if strings.Contains(part, "autoMin") || strings.Contains(part, "FFFF0000") {
			t.Errorf("%s holds a setting of the library that should have been mended", name)
		}
	}
	if n := strings.Count(list, "<x14:sparkline>"); n != 31 {
		t.Errorf("%d small lines, want one for each row and the total", n)
	}
}

func TestPartsAreListedInOrder(t *testing.T) {
	d := draw(t, sample(5))
	if d.order[0].Name != "[Content_Types].xml" || d.order[1].Name != "_rels/.rels" {
		t.Errorf("the file begins with %s, %s", d.order[0].Name, d.order[1].Name)
	}
	entries := contentType.FindAllString(d.parts["[Content_Types].xml"], -1)
	if len(entries) < 20 || !slices.IsSorted(entries) {
		t.Errorf("%d types, in order: %t", len(entries), slices.IsSorted(entries))
	}
	for _, e := range d.order[2:] {
		if strings.HasSuffix(e.Name, ".rels") || strings.HasSuffix(e.Name, "/theme1.xml") {
			continue
		}
		if !strings.Contains(d.parts["[Content_Types].xml"], `PartName="/`+e.Name+`"`) {
			t.Errorf("%s is not listed", e.Name)
		}
	}
}
