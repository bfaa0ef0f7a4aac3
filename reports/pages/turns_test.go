package pages

import (
	"testing"

	"clientele/reports"
	"clientele/transform"
)

// inARow lists who led in each of some reports, one after the other, where two
// actions never change their worth.
func inARow(kind string, weeks int, n int) (leaders []string, last []reports.Action) {
	previous := map[string]string{}
	to := october.To
	for range n {
		b := open(Input{Currency: "EUR", Previous: previous})
		b.r.Period = transform.Period{Kind: kind, From: to - transform.Day(7*weeks), To: to}
		last = b.mostWorth([]reports.Action{
			{Key: "small", Do: "Do little", Why: "Little.", Worth: reports.MoneyValue(euros(1))},
			{Key: "large", Do: "Do much", Why: "Much.", Worth: reports.MoneyValue(euros(9))},
		})
		leaders = append(leaders, last[0].Key)
		previous = map[string]string{keyLead: b.leading(last)}
		to += transform.Day(7 * weeks)
	}
	return leaders, last
}

func TestNoActionLeadsForMoreThanFourWeeks(t *testing.T) {
	for name, c := range map[string]struct {
		kind  string
		weeks int
		want  []string
	}{
		"weekly":  {transform.Weekly, 1, []string{"large", "large", "large", "large", "small", "large", "large", "large", "large", "small"}},
		"monthly": {transform.Monthly, 5, []string{"large", "small", "large", "small"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := inARow(c.kind, c.weeks, len(c.want))
			for i := range c.want {
				if got[i] != c.want[i] {
					t.Fatalf("leaders %q, want %q", got, c.want)
				}
			}
		})
	}
}

func TestWhatMakesWaySaysWhy(t *testing.T) {
	_, list := inARow(transform.Weekly, 1, 5)
	same(t, list[1].Why, "Much. It led from 31 Oct 2026 on: now the next comes first.")
	same(t, list[0].Why, "Little.")
}

func TestALoneActionLeadsHoweverLong(t *testing.T) {
	b := open(Input{Previous: map[string]string{keyLead: "2020-01-01 only"}})
	b.r.Period = october
	if got := b.inTurn([]reports.Action{{Key: "only"}}); len(got) != 1 || got[0].Why != "" {
		t.Errorf("the list is %+v", got)
	}
}

func TestAnUnreadableLeaderIsNone(t *testing.T) {
	for _, text := range []string{"", "x", "2026-13-01 large", "2026-10-01"} {
		b := open(Input{Previous: map[string]string{keyLead: text}})
		b.r.Period = october
		list := []reports.Action{{Key: "large"}, {Key: "small"}}
		if b.inTurn(list)[0].Key != "large" || b.leading(list) != "2026-10-31 large" {
			t.Errorf("%q: led by %s, kept %q", text, list[0].Key, b.leading(list))
		}
	}
}
