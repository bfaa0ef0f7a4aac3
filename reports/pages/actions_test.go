package pages

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
)

func TestActionsAreRankedByWorth(t *testing.T) {
	for _, trend := range []int{20, -20} {
		wb := Sales(company(t, trend))
		for i := 1; i < len(wb.Overview.Actions); i++ {
			if wb.Overview.Actions[i].Worth.Amount > wb.Overview.Actions[i-1].Worth.Amount {
				t.Errorf("action %d is worth more than the one before", i+1)
			}
		}
	}
}

func TestACustomersMoneyCountsInOneActionOnly(t *testing.T) {
	b := open(company(t, 5))
	taken := map[transform.CustomerID]bool{}
	seen := map[transform.CustomerID]int{}
	for _, want := range []func(row) bool{
		func(r row) bool { return r.AtRisk },
		func(r row) bool { return r.OpenComplaints > 0 },
		func(r row) bool { return r.Move == transform.MoveDeclining },
	} {
		for _, r := range b.pick(taken, 100, want) {
			if seen[r.ID]++; seen[r.ID] > 1 {
				t.Errorf("%s counts twice", r.Name)
			}
		}
	}
	if len(seen) == 0 {
		t.Error("nobody was picked")
	}
}

func TestTheWorthOfCallsIsRiskTimesProfitOfThoseCalled(t *testing.T) {
	b := open(company(t, 5))
	var want Money
	rows := b.where(func(r row) bool { return r.AtRisk && r.ProfitAtRisk.Value > 0 })
	for _, r := range first(largest(rows, profitAtRisk), callsAWeek) {
		want += r.ProfitAtRisk.Value
	}
	if got := b.callAtRisk(map[transform.CustomerID]bool{}).Worth.Amount; Money(got) != want || want == 0 {
		t.Errorf("worth %d, want %d", got, want)
	}
}

func TestInitiativesAreGraded(t *testing.T) {
	customer := func(id, segment string, stake int64) *transform.Figures {
		f := &transform.Figures{}
		f.ID, f.Segment, f.Orders = transform.CustomerID(id), segment, 1
		f.Net, f.ProfitAtRisk = extract.Some(euros(100)), extract.Some(euros(stake))
		f.Reason = transform.ReasonLate
		return f
	}
	b := over(func(r *metrics.Results) {
		r.Rows = []*transform.Figures{customer("A", "Hotels", 60), customer("B", "Hotels", -20), customer("C", "Schools", 40)}
	})
	for _, c := range []struct {
		name    string
		i       Initiative
		people  int
		matched bool
		gain    int64
		net     int64
	}{
		{"a segment by name, case apart", Initiative{Segment: "hotels", Chance: .5, Cost: euros(10), Monthly: euros(1)}, 2, true, 60, 8},
		{"single customers", Initiative{Customers: []string{"C"}, Chance: 1}, 1, true, 40, 40},
		{"everybody its theme fits", Initiative{Theme: "Late deliveries", Chance: .1}, 3, true, 100, 10},
		{"a theme nothing is recorded of", Initiative{Theme: "Spare parts", Chance: 1, Cost: euros(5)}, 0, false, 0, -5},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := b.grade(c.i)
			if len(g.people) != c.people || g.matched != c.matched || g.gain != euros(c.gain) || g.net != euros(c.net) {
				t.Errorf("%d people, matched %v, gain %s, net %s", len(g.people), g.matched, g.gain, g.net)
			}
		})
	}
}

func TestPaybackNeedsAGain(t *testing.T) {
	g := graded{Initiative: Initiative{Chance: .5, Cost: euros(100), Monthly: euros(1)}, matched: true, gain: euros(264)}
	if months, ok := payback(g); !ok || months != 10 {
		t.Errorf("payback %v %v", months, ok)
	}
	g.gain = euros(24)
	if _, ok := payback(g); ok {
		t.Error("an initiative that only costs pays back")
	}
}

func TestAListSaysHowManyOfHowMany(t *testing.T) {
	var rows []*transform.Figures
	for i := range 400 {
		f := &transform.Figures{}
		f.ID, f.Name, f.AtRisk, f.Orders = transform.NewID(ref("party", i), 0), "Customer", true, 1
		f.Revenue, f.RevenueAtRisk = euros(int64(i)), extract.Some(euros(int64(i)))
		rows = append(rows, f)
	}
	b := over(func(r *metrics.Results) { r.Rows = rows })
	g := b.atRisk().Sheet().Grids()[0]
	if g.Len != 300 || g.Of != 400 || g.Totals != 2 {
		t.Errorf("%d of %d rows, %d closing rows", g.Len, g.Of, g.Totals)
	}
	at := column(g, "Revenue at risk")
	if got, want := g.Total(1)[at].Amount, int64(euros(400*399/2)); got != want {
		t.Errorf("all at risk %d, want %d", got, want)
	}
	if g.Row(0)[at].Amount < g.Row(1)[at].Amount {
		t.Error("the largest is not first")
	}
}
