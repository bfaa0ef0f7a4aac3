package excel

import (
	"strings"
	"testing"

	"clientele/reports"
)

func TestCellText(t *testing.T) {
	long := strings.Repeat("ä", maxCell+1)
	for _, c := range []struct{ rule, in, want string }{
		{"ordinary text stays", "Ann & Co <x>", "Ann & Co <x>"},
		{"control characters become visible", "a\x00b\x1bc", "a\uFFFDb\uFFFDc"},
		{"broken encoding becomes visible", "a\xffb", "a\uFFFDb"},
		{"line ends are one kind", "a\r\nb\rc", "a\nb\nc"},
		{"nothing makes a name run backwards", "\u202eLtd", "\uFFFDLtd"},
		{"what runs from right to left stays", "קפה", "קפה"},
		{"tabs stay", "a\tb", "a\tb"},
		{"blanks at the ends go", " \r\na b\t ", "a b"},
		{"blanks alone are nothing", " \n", ""},
		{"the longest text stays", long[:2*maxCell], long[:2*maxCell]},
		{"longer text is cut with a mark", long, strings.Repeat("ä", maxCell-units(cutMark)) + cutMark},
		{"a pair counts twice", strings.Repeat("😀", maxCell), strings.Repeat("😀", (maxCell-units(cutMark))/2) + cutMark},
	} {
		if got := cellText(c.in); got != c.want {
			t.Errorf("%s: got %d units %.20q, want %d units %.20q", c.rule, units(got), got, units(c.want), c.want)
		}
	}
}

func TestTabNames(t *testing.T) {
	taken := names{}
	for _, c := range []struct{ rule, in, want string }{
		{"forbidden characters are replaced", "Q1/Q2: [all]", "Q1-Q2- -all-"},
		{"apostrophes at the ends go", "'Top'", "Top"},
		{"a reserved name is changed", "History", "Sheet History"},
		{"long names are cut", strings.Repeat("x", 40), strings.Repeat("x", 31)},
		{"the same name in other letters gets a number", "TOP", "TOP (2)"},
		{"a cut name with a number still fits", strings.Repeat("X", 40), strings.Repeat("X", 27) + " (2)"},
	} {
		if got := taken.take(tabName(c.in), 31); got != c.want {
			t.Errorf("%s: got %q, want %q", c.rule, got, c.want)
		}
	}
}

func TestTableNamesAreNoCells(t *testing.T) {
	b := &book{tables: names{}}
	for _, c := range []struct{ in, want string }{
		{"Top customers", "tblTopCustomers"}, {"top Customers", "tblTopCustomers_2"}, {"2026", "tbl_2026"}, {"", "tbl_"}, {"Größe, €", "tblGröße"},
	} {
		if got := b.tableName(c.in); got != c.want {
			t.Errorf("%q: got %s, want %s", c.in, got, c.want)
		}
	}
}

func TestOnlyAddressesBecomeLinks(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a b?x=1&y=2": "https://example.org/a%20b?x=1&y=2", "mailto:ann@example.org": "mailto:ann@example.org",
		"javascript:alert(1)": "", "file:///etc/passwd": "", "no address": "", "http://[": "",
	} {
		if got := address(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestFormats(t *testing.T) {
	for _, c := range []struct{ rule, got, want string }{
		{"amounts show whole units", numberFormat(reports.KindMoney, "EUR"), `#,##0_0;"−"#,##0_0;"–"_0`},
		{"thousands", numberFormat(reports.KindMoneyK, "EUR"), `#,##0,_0;"−"#,##0,_0;"–"_0`},
		{"minor units of the currency", numberFormat(reports.KindMoneyCents, "KWD"), `#,##0.000_0;"−"#,##0.000_0;"–"_0`},
		{"arrows stand in the format", numberFormat(reports.KindDeltaPercent, "EUR"), `"▲ "0.0%_0;"▼ "0.0%_0;"= 0.0%"_0`},
		{"points", numberFormat(reports.KindDeltaPoints, "EUR"), `"▲ "0.0" pp"_0;"▼ "0.0" pp"_0;"= 0.0 pp"_0`},
		{"text has none", numberFormat(reports.KindText, "EUR"), ""},
		{"tiles take the scale that fits", tileFormat(reports.MoneyValue(euros(19_141_785)), "EUR"), "\"€\u00a0\"#,##0.00,,\"\u00a0M\";\"−\"\"€\u00a0\"#,##0.00,,\"\u00a0M\";\"€\u00a0\"0"},
		{"words cannot break out", noteFormat(reports.CountValue(1), `a"b;c`, "EUR"), `#,##0" a'b,c";"−"#,##0" a'b,c";"–"" a'b,c"`},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %s, want %s", c.rule, c.got, c.want)
		}
	}
}

func TestFolding(t *testing.T) {
	if got := folded("one two three", textWidth("one two", 10, false)+0.01, 10, false); len(got) != 2 || got[0] != "one two" || got[1] != "three" {
		t.Errorf("got %q", got)
	}
	if got := lines("a\nb", 100, 10, false); got != 2 {
		t.Errorf("two paragraphs take %d lines", got)
	}
	if w, b := textWidth("Revenue", 10, false), textWidth("Revenue", 10, true); w < 6 || w > 9 || b <= w {
		t.Errorf("widths %g and bold %g are not believable", w, b)
	}
}

func TestLayoutGivesEveryColumnItsNeed(t *testing.T) {
	wide := block{Block: reports.Table[int]{}, widths: []float64{20, 10, 10, 10, 10, 10, 10, 30}}
	half := block{Block: reports.Table[int]{}, widths: []float64{25, 12, 12}}
	chart := block{Block: reports.Chart{}}
	l := arrange([][]block{{wide}, {half, half}, {chart, chart}})
	if l.right <= len(half.widths) {
		t.Fatalf("right-hand blocks begin at column %d and touch those on the left", l.right)
	}
	for i, w := range half.widths {
		if l.widths[i] < w || l.widths[l.right+i] < w {
			t.Errorf("column %d is too narrow: %v", i, l.widths)
		}
	}
	for i, w := range wide.widths {
		if l.widths[i] < w {
			t.Errorf("column %d is too narrow: %v", i, l.widths)
		}
	}
	if a, b := total(l.widths[:l.right-1]), total(l.widths[l.right:]); a < chartWidth || b < chartWidth {
		t.Errorf("charts get %g and %g", a, b)
	}
	if one := arrange([][]block{{half}}); one.right != 0 || total(one.widths) < boardWidth-1 {
		t.Errorf("a single table gets %v", one)
	}
}

func TestAxisLabelsCanBeRead(t *testing.T) {
	c := attrition()
	got := axisLabels(c, 500)
	if got[23] != "Oct 26" {
		t.Errorf("the last label is %q", got[23])
	}
	if n := strings.Count(strings.Join(got, "|"), "2"); n == 0 || got[22] != "" {
		t.Errorf("labels are %q", got)
	}
	if got := axisLabels(bridge(), 500); len(got) != 5 || got[1] != "Declining" {
		t.Errorf("few labels are thinned: %q", got)
	}
}
