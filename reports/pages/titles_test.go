package pages

import (
	"slices"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
)

func TestTheTitleOfCostsFollowsTheFifths(t *testing.T) {
	fifth := func(revenue, cost int64) group { return group{Revenue: euros(revenue), CostToServe: euros(cost)} }
	b := over(func(r *metrics.Results) { r.Profitability.Total = fifth(200, 50) })
	for _, c := range []struct {
		fifths []group
		want   string
	}{
		{[]group{fifth(100, 10), fifth(100, 40)}, "Cost to serve takes 40 % of the worst fifth's revenue, 10 % of the best fifth's"},
		{[]group{fifth(100, 40), fifth(100, 10)}, "Cost to serve takes 10 % of the worst fifth's revenue, 40 % of the best fifth's"},
		{[]group{fifth(100, 40), fifth(-5, 10)}, "Cost to serve takes 25 % of revenue"},
		{nil, "Cost to serve takes 25 % of revenue"},
	} {
		b.r.Profitability.Fifths = c.fifths
		same(t, b.costMessage(), c.want)
	}
	b.r.Profitability.Total = fifth(0, 50)
	same(t, b.costMessage(), "Cost to serve is € 50, and there is no revenue to set it beside")
}

func TestTheTitleOfTypesNamesWhoEarnsMost(t *testing.T) {
	b := over(func(r *metrics.Results) { r.Profitability.Total.Net = euros(50) })
	earns := func(name string, net int64) group { return group{Name: name, Net: euros(net)} }
	same(t, b.typeMessage([]group{earns("Hotels", 60), earns("Cafés", -10)}), "Most comes from Hotels: € 60, 120 % of all")
	same(t, b.typeMessage([]group{earns("Cafés", -10), earns("Hotels", 60)}), "Most comes from Hotels: € 60, 120 % of all")
	b.r.Profitability.Total.Net = -euros(30)
	same(t, b.typeMessage([]group{earns("Hotels", -10), earns("Cafés", -20)}), "Hotels: −\u202f€ 10")
	same(t, b.typeMessage(nil), "No customers to compare")
}

func TestTheTitleOfRiskNamesTheTerritoryThatHoldsMost(t *testing.T) {
	place := func(name string, risk int64) territory {
		g := territory{}
		g.Name, g.RevenueAtRisk = name, euros(risk)
		return g
	}
	b := over(func(r *metrics.Results) { r.Overview.RevenueAtRisk = euros(40) })
	c := b.territoryRisk([]territory{place("North", 10), place("South", 30), place(transform.Unplaced, 0)})
	same(t, c.Message, "South holds 75 % of the revenue at risk")
	if want := []string{"North", "South"}; !slices.Equal(c.Categories, want) {
		t.Errorf("bars %q, want %q", c.Categories, want)
	}
	b.r.Overview.RevenueAtRisk = 0
	same(t, b.territoryRisk([]territory{place("North", 0)}).Message, "No revenue is at risk")
}

func TestTheTitleOfOrdersAndContactsFollowsTheSign(t *testing.T) {
	year := func(orders, contacts, orders2, contacts2 int64) []metrics.DeskMonth {
		months := make([]metrics.DeskMonth, 13)
		months[0] = metrics.DeskMonth{Month: extract.Date(2025, 10, 1), Orders: orders, Contacts: contacts}
		months[12] = metrics.DeskMonth{Month: extract.Date(2026, 10, 1), Orders: orders2, Contacts: contacts2}
		return months
	}
	same(t, deskMessage(year(100, 50, 110, 40)), "October 2026: orders rose 10.0 %, contacts fell 20.0 % against the year before")
	same(t, deskMessage(year(100, 50, 90, 50)), "October 2026: orders fell 10.0 %, contacts did not change against the year before")
	same(t, deskMessage(year(100, 0, 1, 50)), "October 2026: 1 order and 50 contacts; no year before to compare with")
	same(t, deskMessage(year(100, 50, 110, 40)[12:]), "October 2026: 110 orders and 40 contacts; no year before to compare with")
	same(t, deskMessage(nil), "No month is complete yet")
}

func TestTheTitleOfSubjectsNamesTheCommonest(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Service.Topics = []metrics.Topic{{Name: extract.TopicBilling, Count: 1}, {Name: extract.TopicComplaint, Count: 3}}
	})
	same(t, b.subjectChart().Message, "The commonest subject is Complaint: 75 % of all contacts")
	b.r.Service.Topics = nil
	same(t, b.subjectChart().Message, "No contact was recorded in 12 months")
}

func TestTerritoriesStandByTargetMetAndTheUnplacedLast(t *testing.T) {
	place := func(name string, revenue, target int64) territory {
		g := territory{}
		g.Name, g.Revenue = name, euros(revenue)
		if target > 0 {
			g.Target = extract.Some(euros(target))
		}
		return g
	}
	for name, c := range map[string]struct {
		rows []territory
		want []string
	}{
		"by target met":     {[]territory{place(transform.Unplaced, 900, 0), place("A", 50, 100), place("B", 20, 10), place("C", 70, 0)}, []string{"B", "A", "C", transform.Unplaced}},
		"without targets":   {[]territory{place(transform.Unplaced, 900, 0), place("A", 50, 0), place("B", 80, 0)}, []string{"B", "A", transform.Unplaced}},
		"equals by revenue": {[]territory{place("A", 50, 100), place("B", 60, 120)}, []string{"B", "A"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := over(func(r *metrics.Results) { r.Overview.Territories = c.rows })
			var got []string
			for _, p := range b.territoriesInOrder() {
				got = append(got, p.Name)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("order %q, want %q", got, c.want)
			}
		})
	}
}

func TestOwnYearsLeaveRoomForOtherExpectations(t *testing.T) {
	var all []row
	add := func(n int, basis string, short int64) {
		for i := range n {
			f := &transform.Figures{}
			f.ID, f.ExpectedBasis = transform.NewID(ref(basis, i), 0), basis
			f.Expected, f.Net = extract.Some(euros(short)), extract.Some(euros(int64(i)))
			all = append(all, f)
		}
	}
	add(40, metrics.BasisOwnYear, 900)
	add(5, metrics.BasisContract, 500)
	add(2, metrics.BasisTypeMedian, 100)
	b := over(func(*metrics.Results) {})
	count := map[string]int{}
	rows := b.belowRows(all)
	for i, r := range rows {
		count[r.ExpectedBasis]++
		if i > 0 && r.Net.Value-r.Expected.Value < rows[i-1].Net.Value-rows[i-1].Expected.Value {
			t.Errorf("row %d is further below than the one before", i)
		}
	}
	if count[metrics.BasisOwnYear] != 7 || count[metrics.BasisContract] != 3 || count[metrics.BasisTypeMedian] != 2 {
		t.Errorf("rows by basis: %v", count)
	}
	same(t, b.belowNote(all[40:]), "By basis: volume agreed 5 customers, € 2,490 short; median of the type 2 customers, € 199 short.")
	same(t, b.belowNote(nil), "")
}

func TestThePipelineSaysHowLongAnOrderTakes(t *testing.T) {
	days := func(n int64) extract.Opt[extract.Decimal] { return extract.Some(extract.Decimal(n) * extract.One) }
	b := over(func(r *metrics.Results) { r.Prospects.Days, r.Prospects.OrderDays = days(40), days(7) })
	same(t, b.paceWords(), "; the median takes 40 days to an order")
	b.r.Prospects.Days.Known = false // not even half of them led to one
	same(t, b.paceWords(), "; those that led to an order took a median of 7 days")
	b.r.Prospects.OrderDays.Known = false
	same(t, b.paceWords(), "")
}

func TestThePipelineHasUnansweredEnquiriesFirstAndTheDearestOfThem(t *testing.T) {
	asked := func(name string, unanswered, value int64) prospect {
		return prospect{Name: name, Unanswered: unanswered, Enquiries: 1, Value: extract.Some(euros(value))}
	}
	b := over(func(r *metrics.Results) {
		r.Prospects.Rows = []prospect{asked("C", 0, 900), asked("A", 2, 5), asked("D", 0, 950), asked("B", 1, 70)}
	})
	g := b.pipeline().Sheet().Grids()[0]
	got := ""
	for i := range g.Len {
		got += g.Row(i)[0].Text
	}
	if got != "BADC" {
		t.Errorf("order %s, want BADC", got)
	}
}

func TestAQuarterBesideNextToNothingHasNoGrowth(t *testing.T) {
	for _, c := range []struct {
		now, before int64
		want        bool
	}{{100, 10, true}, {101, 10, false}, {0, 10, true}, {10, 0, false}} {
		f := &transform.Figures{}
		f.Recent, f.RecentBefore = euros(c.now), euros(c.before)
		if _, ok := recently(f); ok != c.want {
			t.Errorf("%d after %d is shown: %v", c.now, c.before, ok)
		}
	}
}
