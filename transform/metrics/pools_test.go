package metrics

import (
	"testing"

	"pgregory.net/rapid"

	"clientele/transform"
)

// Whatever a company's records look like (amounts below zero, nothing at all, other
// currencies, more refunded than bought, minutes below zero), what customers are
// charged and the lines beside them are the ledger's cost to a ten-thousandth: added
// up here anew, from rows and ledger, not by the checks.
func TestCustomersAndTheLinesBesideThemAreTheCostPoolsExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		period, ledger := somePeriod(t), someLedger(t)
		r := finished(t, period, ledger, someRules(t), someHistories(t)).Results(transform.Scope{})
		in := newWindows(period).year
		listed := map[int]Money{}
		var other Money
		for _, c := range ledger.Costs {
			m := Money(in.prorated(c.Month, int64(c.Amount)))
			if a := activityOf(c.Activity); a < activities {
				listed[a] += m
			} else {
				other += m
			}
		}
		for a := range activities {
			var charged Money
			for _, row := range r.Rows {
				charged += *field(&row.Costs, a)
			}
			p := r.Profitability.Pools[a]
			lines := p.Unassigned + p.Excluded + p.Rounding + p.Unused + p.Uncharged
			if pool := listed[a]; charged+lines != pool && (pool != 0 || (a != delivery && a != credit)) {
				t.Errorf("%s: customers %v and lines %v of a pool of %v", p.Activity, charged, lines, pool)
			}
			if p.Unused < 0 || (p.Unused > 0 && !p.ByTime) {
				t.Errorf("%s: unused %v", p.Activity, p.Unused)
			}
		}
		for _, p := range r.Profitability.Pools[activities:] {
			other -= p.Uncharged
		}
		if other != 0 {
			t.Errorf("pools of other words: %v went nowhere", other)
		}
	})
}
