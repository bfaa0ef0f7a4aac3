package pages

import (
	"testing"

	"clientele/reports"
	"clientele/transform"
)

func TestControlTotalsAreNumbers(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       reports.Value
	}{
		{"an amount", transform.Money(131_234_500).String(), reports.MoneyCentsValue(int64(131_234_500))},
		{"an amount below nothing", transform.Money(-5_001).String(), reports.MoneyCentsValue(int64(-5_001))},
		{"a whole amount keeps its decimals", transform.Money(20_000).String(), reports.MoneyCentsValue(int64(20_000))},
		{"a count", transform.TieCount("rows", 4_447, 0).Expected, reports.CountValue(4_447)},
		{"nothing", transform.TieCount("rows", 0, 0).Expected, reports.CountValue(0)},
		{"words", "at most 2 days", reports.TextValue("at most 2 days")},
		{"more decimals than an amount has", "0.12345", reports.TextValue("0.12345")},
		{"a point alone", "12.", reports.TextValue("12.")},
		{"not said", "", reports.TextValue("")},
	} {
		if got := controlSum(c.text); got.Kind != c.want.Kind || got.Amount != c.want.Amount || got.Number != c.want.Number || got.Text != c.want.Text {
			t.Errorf("%s: %q is %+v, want %+v", c.name, c.text, got, c.want)
		}
	}
}
