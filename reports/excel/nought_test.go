package excel

import (
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
		{"a change says by its arrow where it goes", money(reports.KindDeltaMoney, -3_000), ""},
		{"nothing", money(reports.KindMoneyK, 0), ""},
	} {
		if got := nought(c.v); got != c.want {
			t.Errorf("%s is written %q, want %q", c.name, got, c.want)
		}
	}
}
