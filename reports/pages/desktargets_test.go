package pages

import (
	"math"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// deskGroups are all measures of the desk.
func deskGroups(b *book) []deskGroup {
	return append(b.arrivals(), b.settlements()...)
}

func TestEveryMeasureThatMayHaveATargetHasADirectionAndTheUnitItIsReadIn(t *testing.T) {
	in := company(t, 5)
	var found []string
	for _, g := range deskGroups(open(in)) {
		for _, r := range g.rows {
			if r.key == "" {
				if r.better != neitherBetter && r.name != "" {
					t.Errorf("%s is better %s and can have no target", r.name, r.better)
				}
				continue
			}
			found = append(found, r.key)
			if share := slices.Contains(metrics.ServiceShares(), r.key); r.better == neitherBetter || share != (g.unit.kind == reports.KindPercent) {
				t.Errorf("%s (%s) is better %s, in %s", r.name, r.key, r.better, g.unit.words)
			}
		}
	}
	want := metrics.ServiceMeasures()
	slices.Sort(found)
	slices.Sort(want)
	if !slices.Equal(found, want) {
		t.Errorf("on the sheet are\n%v, targets may be set for\n%v", found, want)
	}
}

// aimedAt is the sheet with targets.
func aimedAt(t *testing.T, in Input, targets ...metrics.ServiceTarget) map[string][]reports.Value {
	t.Helper()
	in.Results.Rules.ServiceTargets = targets
	rows := map[string][]reports.Value{}
	for _, g := range pageOf(t, Sales(in), "Service desk").Sheet().Grids() {
		if !strings.HasPrefix(g.Key, "Desk") {
			continue
		}
		for i := range g.Len {
			rows[g.Row(i)[0].Text] = slices.Clone(g.Row(i))
		}
	}
	return rows
}

func TestATargetStandsBesideItsMeasureAndIsMetAsItIsShown(t *testing.T) {
	in := company(t, 5)
	complaints := func(share float64) []reports.Value {
		return aimedAt(t, in, metrics.ServiceTarget{Measure: metrics.ClosedInFiveDays, Value: extract.Decimal(math.Round(share * float64(extract.One)))})["Complaints closed within five days"]
	}
	for share, want := range map[float64]string{.5: targetMet, .5004: targetMet, .501: targetMissed, .4: targetMet, 1: targetMissed} { // 50.0 % are closed
		if r := complaints(share); len(r) != 7 || r[4].Number != share || r[4].Kind != reports.KindPercent || r[5].Text != want {
			t.Errorf("of 50 %% with a target of %g: %v, want %s", share, r, want)
		}
	}
	days := aimedAt(t, in, metrics.ServiceTarget{Measure: metrics.ComplaintDays, Value: 4 * extract.One})
	if r := days["Time to close a complaint, median"]; r[4].String() != "4" || r[5].Text != targetMet { // less is better: it takes 3
		t.Errorf("fewer days than the target are %v", r)
	}
	if r := days["Complaints closed within five days"]; r[4].Known || r[5].Known {
		t.Errorf("without a target stand %v", r)
	}
	if r := aimedAt(t, in)["Complaints closed within five days"]; len(r) != 5 {
		t.Errorf("where no target is set there is a column for it: %v", r)
	}
}

func TestATargetOfWhatIsNotMeasuredIsShownAndNotJudged(t *testing.T) {
	r := aimedAt(t, company(t, 5), metrics.ServiceTarget{Measure: metrics.ContactsReopened})["Contacts opened again"]
	if r[1].Known || !r[4].Known || r[4].Number != 0 || r[5].Known {
		t.Errorf("got %v", r)
	}
}

func TestAPartOfTheCompanyIsNotHeldToWhatTheWholeIsToHandle(t *testing.T) {
	orders, shares := metrics.ServiceTarget{Measure: metrics.OrdersADay, Value: 100 * extract.One}, metrics.ServiceTarget{Measure: metrics.DeliveredAsPromised, Value: extract.One}
	inEveryPlace(t, func(t *testing.T, in Input) {
		rows := aimedAt(t, in, orders, shares)
		if r := rows["Orders a day"]; r[4].Known != open(in).company() {
			t.Errorf("a target of the company's orders: %v", r)
		}
		if r := rows["Deliveries by the day promised"]; !r[4].Known {
			t.Errorf("no target of a share: %v", r)
		}
		if r := aimedAt(t, in, orders)["Orders a day"]; (len(r) == 7) != open(in).company() {
			t.Errorf("columns of targets: %v", r)
		}
	})
}
