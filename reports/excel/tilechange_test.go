package excel

import (
	"strings"
	"testing"

	"clientele/reports"
)

func TestTheChangeBelowAValueBearsItsUnitArrowAndBase(t *testing.T) {
	for _, c := range []struct {
		v    reports.Value
		want string
	}{
		{reports.DeltaCountValue(1), `"▲ "#,##0" vs last year";"▼ "#,##0" vs last year";"= 0"" vs last year"`},
		{reports.DeltaMoneyValue(int64(-10_880_000)), `"▲ ""€ "#,##0" vs last year";"▼ ""€ "#,##0" vs last year";"= € 0"" vs last year"`},
		{reports.DeltaMoneyValue(int64(120_000_000)), `"▲ ""€ "#,##0,"` + reports.NBSP + `k"" vs last year";"▼ ""€ "#,##0,"` + reports.NBSP + `k"" vs last year";"= € 0"" vs last year"`},
		{reports.DeltaMoneyValue(int64(4_000)), `"= € 0"" vs last year"`},
		{reports.DeltaPercentValue(.1), `"▲ "0.0%" vs last year";"▼ "0.0%" vs last year";"= 0.0%"" vs last year"`},
	} {
		want := strings.ReplaceAll(c.want, "€ ", "€"+reports.NBSP)
		if got := tileChange(c.v, quoted(" vs last year"), "EUR"); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
