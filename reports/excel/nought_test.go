package excel

import (
	"strings"
	"testing"

	"clientele/reports"
)

func TestLessThanNothingIsNotWrittenAsMinusZero(t *testing.T) {
	money := func(k reports.Kind, amount int64) reports.Value {
		return reports.Value{Kind: k, Known: true, Amount: amount}
	}
	share := func(k reports.Kind, x float64) reports.Value {
		return reports.Value{Kind: k, Known: true, Number: x}
	}
	for _, c := range []struct {
		name string
		v    reports.Value
		want string
	}{
		{"−300 in thousands", money(reports.KindMoneyK, -300*10_000), `"0"_0`},
		{"−500 in thousands is −1", money(reports.KindMoneyK, -500*10_000), ""},
		{"300 in thousands has no sign to lose", money(reports.KindMoneyK, 300*10_000), ""},
		{"−0.30", money(reports.KindMoney, -3_000), `"0"_0`},
		{"−0.30 to the cent", money(reports.KindMoneyCents, -3_000), ""},
		{"−0.04 %", share(reports.KindPercent, -.0004), `"0.0%"_0`},
		{"a change of next to nothing has no arrow", money(reports.KindDeltaMoney, -3_000), `"–"_0`},
		{"neither up", share(reports.KindDeltaPercent, .0004), `"= 0.0%"_0`},
		{"nor down", share(reports.KindDeltaNumber1, -.04), `"= 0.0"_0`},
		{"in points", share(reports.KindDeltaPoints, .04), `"= 0.0 pp"_0`},
		{"a change of −0.05 %", share(reports.KindDeltaPercent, -.0005), ""},
		{"nothing", money(reports.KindMoneyK, 0), ""},
	} {
		if got := nought(c.v); got != c.want {
			t.Errorf("%s is written %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTilesDoNotReadMinusZero(t *testing.T) {
	for _, c := range []struct {
		name string
		v    reports.Value
		want string
	}{
		{"−0.30", reports.MoneyValue(int64(-3_000)), "\"€\u00a00\""},
		{"−0.30 to the cent, of which tiles show none", reports.MoneyCentsValue(int64(-3_000)), "\"€\u00a00\""},
		{"−0.04 %", reports.PercentValue(-.0004), `"0.0%"`},
		{"−0.01 min", reports.Number1Value(-.01).In("min"), `"0.0"" min"`},
	} {
		if got := tileFormat(c.v, "EUR"); got != c.want {
			t.Errorf("%s has the format %s, want %s", c.name, got, c.want)
		}
	}
	for _, v := range []reports.Value{reports.MoneyValue(int64(-6_000)), reports.MoneyValue(int64(3_000)), reports.DeltaPercentValue(-.01), reports.PercentValue(-.01)} {
		if got := noughtTile(v, "EUR"); got != "" {
			t.Errorf("%+v is written as %s", v, got)
		}
	}
}

func TestSumsOfWhatIsFilteredDoNotReadMinusZero(t *testing.T) {
	for k, want := range map[reports.Kind]string{
		reports.KindMoney:        `[>=0.5]#,##0_0;[<=-0.5]"−"#,##0_0;"–"_0`,
		reports.KindDeltaMoney:   `[>=0.5]"▲ "#,##0_0;[<=-0.5]"▼ "#,##0_0;"–"_0`,
		reports.KindMoneyCents:   numberFormat(reports.KindMoneyCents, "EUR"),
		reports.KindDeltaPercent: `[>=0.0005]"▲ "0.0%_0;[<=-0.0005]"▼ "0.0%_0;"= 0.0%"_0`,
	} {
		if got := liveFormat(k, "EUR"); got != want {
			t.Errorf("kind %d has the format %s, want %s", k, got, want)
		}
	}
}

func TestChartsLabelNextToNothingWithoutASign(t *testing.T) {
	bars := func(signed bool, xs ...float64) drawing {
		return drawing{Chart: reports.Chart{Kind: reports.Bars, Value: reports.KindMoneyK, Signed: signed, Labels: true, Series: []reports.Series{{Name: "Profit", Values: xs}}}}
	}
	for _, c := range []struct {
		name string
		d    drawing
		want []int
	}{
		{"−300 in thousands", bars(false, 5_000, -300, -700, 300, 0), []int{1}},
		{"with signs, +0 neither", bars(true, 5_000, -300, -700, 300, 0), []int{1, 3}},
		{"a change takes its kind without the arrow", drawing{Chart: reports.Chart{Kind: reports.Bars, Value: reports.KindDeltaPercent, Series: []reports.Series{{Values: []float64{-.0004, -.004}}}}}, []int{0}},
		{"a gap has no label", drawing{Chart: reports.Chart{Kind: reports.Bars, Value: reports.KindMoneyK, Series: []reports.Series{{Values: []float64{-300}, Missing: []bool{true}}}}}, nil},
	} {
		want := ""
		for _, i := range c.want {
			want += "<c:dLbl>" + val("idx", i) + `<c:numFmt formatCode="` + escaped(quoted(zero(labelKind(c.d.Value)))) + `" sourceLinked="0"/></c:dLbl>`
		}
		if got := c.d.noughtLabels(0, ""); got != want {
			t.Errorf("%s: labels are %s, want %s", c.name, got, want)
		}
	}
	if out := bars(true, 5_000, -300).labels(0); !strings.Contains(out, `formatCode="&#34;0&#34;"`) && !strings.Contains(out, `formatCode="&quot;0&quot;"`) {
		t.Errorf("labels are %s", out)
	}
}

func TestATileOfNoChangeReadsAsTheMailDoes(t *testing.T) {
	for k, want := range map[reports.Kind]string{reports.KindDeltaNumber1: `"= 0.0"" vs last year"`, reports.KindDeltaPercent: `"= 0.0%"" vs last year"`} {
		if got := changeFormat(reports.Value{Kind: k, Known: true, Number: -.0004}, quoted(" vs last year")); got != want {
			t.Errorf("kind %d has the format %s, want %s", k, got, want)
		}
	}
}
