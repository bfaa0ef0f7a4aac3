package jobs

import (
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// The generated company as the whole job sees it, matched and measured at three as-of
// days: the risk of leaving, estimated one horizon before each and held against what then
// happened, must rank no worse than days since the last order or order days alone.
func TestRiskRanksTheGeneratedCompany(t *testing.T) {
	dir := t.TempDir()
	generated(t, dir, 800, 20_000)
	d := bencher(t, loaded(t, dir), dir)
	refreshed(t, d)
	for _, month := range []time.Month{time.September, time.October, time.November} {
		p := transform.Ending(extract.Date(2026, month, 1), transform.Monthly)
		snapshot, err := d.fresh(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		m := Measured{Snapshot: snapshot, Scopes: d.scopes(nil)}
		if err := d.fold(t.Context(), &m, p); err != nil {
			t.Fatal(err)
		}
		r := m.Results[0].Attrition.Model
		t.Logf("%v: AUC %v, days since the last order %v, order days %v, of %d customers", p.To, r.AUC.Value, r.Simple.Value, r.Frequency.Value, r.N)
		if r.N < 500 || r.AUC.Value < max(r.Simple.Value, r.Frequency.Value)-extract.One/200 {
			t.Errorf("%v: the estimate ranks with %v of %d customers", p.To, r.AUC.Value, r.N)
		}
	}
}
