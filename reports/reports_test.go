package reports

import (
	"math"
	"strings"
	"testing"
	"time"
)

type cents int64

type row struct {
	name  string
	net   cents
	share float64
	last  time.Time
}

func page() List[row] {
	return List[row]{
		Head: Head{Tab: "Top", Title: "Top customers", Question: "Who?", Finding: "Two of 9."},
		Table: Table[row]{
			Columns: []Column[row]{
				Text("Customer", "Name of the customer.", func(r row) string { return r.name }),
				Money("Net", "Revenue less costs.", func(r row) cents { return r.net }).Bold().Bar().Sum(),
				Percent("Share", "Part of the whole.", func(r row) float64 { return r.share }).Blank(func(r row) bool { return r.net < 0 }),
				Date("Last order", "Day of the last order.", func(r row) time.Time { return r.last }).NoTotal(),
			},
			Rows: []row{
				{"Ann & Co", 12_345_600, 0.25, time.Date(2026, 10, 3, 0, 0, 0, 0, time.UTC)},
				{"Bob", -5_000, 0.5, time.Time{}},
			},
			Totals: []row{{"Total", 12_340_600, 1, time.Date(2026, 10, 3, 0, 0, 0, 0, time.UTC)}},
			Of:     9,
		},
	}
}

func TestDumpShowsEveryValueAndLeavesBlanksBlank(t *testing.T) {
	var b strings.Builder
	if err := Dump(&b, page()); err != nil {
		t.Fatal(err)
	}
	want := `[Top] Top customers
? Who?
! Two of 9.

table  (2 of 9)
= Customer | *Net, ¤ | Share, % | Last order
  Ann & Co | 1,234.56 | 0.25 | 2026-10-03
  Bob | −0.50 |  | 
+ Total | 1,234.06 | 1 | 
`
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}

func TestMissingIsNeverZero(t *testing.T) {
	for name, v := range map[string]Value{
		"not a number":    PercentValue(math.NaN()),
		"infinite growth": DeltaPercentValue(math.Inf(1)),
		"no day":          DateValue(time.Time{}),
		"no words":        TextValue(""),
		"nothing":         Nothing(),
	} {
		if v.Known {
			t.Errorf("%s is shown as %q", name, v)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ rule, got, want string }{
		{"millions keep one decimal", MoneyShort("EUR", cents(191_400_000_000)), "€ 19.1 M"},
		{"thousands keep none", MoneyShort("EUR", cents(4_180_000_000)), "€ 418 k"},
		{"999,600 is a million, not 1,000 k", MoneyShort("EUR", cents(9_996_000_000)), "€ 1.0 M"},
		{"small amounts stay whole", MoneyShort("GBP", cents(9_500_000)), "£ 950"},
		{"losses have a minus before the sign", MoneyShort("EUR", cents(-3_090_000_000)), "−\u202f€ 309 k"},
		{"almost nothing is not minus nothing", MoneyWhole("EUR", cents(-40)), "€ 0"},
		{"exact keeps the cent", MoneyExact("EUR", cents(2_949_001_000)), "€ 294,900.10"},
		{"yen have no minor unit", MoneyExact("JPY", cents(2_949_000_000)), "¥ 294,900"},
		{"an unknown currency is its code", MoneyWhole("XTS", cents(10_000)), "XTS 1"},
		{"rise", AboveBelow(0.041), "4.1 % above"},
		{"fall has no sign", AboveBelow(-0.02), "2.0 % below"},
		{"no change", AboveBelow(-0.0001), "level with"},
		{"fell", RoseFell(-0.0199), "fell 2.0 %"},
		{"signed rise", SignedPercent(0.041), "+4.1 %"},
		{"signed fall", SignedPercent(-0.02), "−2.0 %"},
		{"signed nothing", SignedPercent(0.0001), "0.0 %"},
		{"points", PointsWords(-1.25), "−1.2 pp"},
		{"missing", PercentWords(math.NaN()), "not measured"},
		{"thousands", Thousands(-1234567), "−1,234,567"},
		{"one", Plural(1, "account", "accounts"), "1 account"},
		{"many", Plural(2961, "account", "accounts"), "2,961 accounts"},
		{"size", ByteSize(1_400_000), "1.4 MB"},
	} {
		if got := strings.ReplaceAll(c.got, NBSP, " "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.rule, got, c.want)
		}
	}
}

func TestStampNamesRowsOnlyWhereThereAreSome(t *testing.T) {
	s := Stamp{AsOf: "As of 31 Oct 2026", Money: "EUR net of VAT and returns", Scope: "All", Edition: "1a2b3c4d", DataTo: "31 Oct 2026"}
	if got, want := s.Line(100, 2961), "As of 31 Oct 2026 · EUR net of VAT and returns · All · 100 of 2,961 rows shown · edition 1a2b3c4d · data to 31 Oct 2026"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := s.Line(0, 0); strings.Contains(got, "rows") {
		t.Errorf("a page without rows says %q", got)
	}
	if got := s.Warning(); got != "" {
		t.Errorf("no failed check says %q", got)
	}
}

func TestFileNameIsSafe(t *testing.T) {
	day := time.Date(2026, 10, 31, 0, 0, 0, 0, time.UTC)
	for scope, want := range map[string]string{"": "sales_all_2026-10-31.xlsx", "Coast & islands/1": "sales_coast-islands-1_2026-10-31.xlsx", "Öl..": "sales_öl_2026-10-31.xlsx"} {
		if got := FileName("sales", scope, day); got != want {
			t.Errorf("scope %q: got %q, want %q", scope, got, want)
		}
	}
}

func TestGlossaryNamesEachColumnOnce(t *testing.T) {
	if got := Glossary(page(), page()); len(got) != 4 {
		t.Errorf("got %d terms, want 4: %v", len(got), got)
	}
}

func TestHeadTextNamesTheUnit(t *testing.T) {
	h := ColumnHead{Text: "Revenue", Unit: "¤ k"}
	if got, want := h.HeadText("GBP"), "Revenue, £"+NBSP+"k"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
