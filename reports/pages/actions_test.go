package pages

import (
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
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
	anybody := func(row) bool { return true }
	for _, list := range [][]row{b.endangered(), b.complaining(), b.falls()} {
		for _, r := range b.pick(taken, 100, list, anybody) {
			if seen[r.ID]++; seen[r.ID] > 1 {
				t.Errorf("%s counts twice", r.Name)
			}
		}
	}
	if len(seen) == 0 {
		t.Error("nobody was picked")
	}
}

// Whoever follows the link of an action finds its cases on top of the sheet and its
// worth in a column there.
func TestTheWorthOfCallsIsTheSumOfTheFirstRowsOfTheList(t *testing.T) {
	in := company(t, 5)
	wb := Sales(in)
	a := open(in).callAtRisk(map[transform.CustomerID]bool{})
	g := pageOf(t, wb, a.Where).Sheet().Grids()[0]
	at, n := column(g, "Net profit at risk"), 0
	var got int64
	for i := 0; i < g.Len && n < callsAWeek; i++ {
		if x := g.Row(i)[at].Amount; x > 0 {
			got, n = got+x, n+1
		}
	}
	if got != a.Worth.Amount || got == 0 {
		t.Errorf("the first %d rows hold %d, the action is worth %d", n, got, a.Worth.Amount)
	}
}

func TestTheWorthOfNewTermsIsTheSumOfTheFirstRowsOfTheList(t *testing.T) {
	in := company(t, 5)
	a := open(in).fixLosses()
	g := pageOf(t, Sales(in), a.Where).Sheet().Grids()[0]
	var got int64
	for i := range min(g.Len, talksAWeek) {
		got -= g.Row(i)[column(g, "Net result")].Amount
	}
	if got != a.Worth.Amount || got == 0 {
		t.Errorf("the first rows hold %d, the action is worth %d", got, a.Worth.Amount)
	}
}

func TestTheWorthOfAnswersIsTheExpectedValueOfWhoWaitsTimesTheMarginSaid(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Prospects = metrics.Prospects{Open: 2, Unanswered: 1, Won: metrics.Rate{Part: 1, Of: 4}, Rows: []metrics.Prospect{
			{Unanswered: 1, Enquiries: 1, Waiting: 9, Score: extract.Some(euros(400)), Chance: extract.Some(extract.One / 2)}, {Enquiries: 1, Score: extract.Some(euros(900))},
		}}
	})
	a := b.answerEnquiries()
	same(t, a.Why, "The oldest has waited for 9 days; worth = their expected value € 400.")
	same(t, b.money(Money(a.Worth.Amount)), "€ 400")
}

func TestEveryActionSaysWhoAndBearsAKey(t *testing.T) {
	keys := map[string]bool{}
	for _, trend := range []int{20, -20} {
		in := company(t, trend)
		for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
			for _, a := range wb.Overview.Actions {
				if a.Key == "" || a.Who == "" || a.Why == "" || a.Where == "" {
					t.Errorf("%s: %+v", wb.Name, a)
				}
				keys[a.Key] = true
			}
		}
	}
	if len(keys) < 3 {
		t.Errorf("only %d deeds", len(keys))
	}
}

func TestOnlyInitiativesWorthStartingAreActions(t *testing.T) {
	graded := func(wording string, net int64, begun transform.Day) metrics.Graded {
		return metrics.Graded{Initiative: Initiative{Wording: wording, Started: begun}, Known: true, Net: euros(net)}
	}
	b := over(func(r *metrics.Results) {
		r.Period = october
		r.BottomLine.Initiatives = []metrics.Graded{graded("good", 90, 0), graded("begun", 80, october.From), graded("later", 70, october.To+1), graded("dear", -5, 0)}
		r.BottomLine.Themes = []metrics.Theme{{Kind: metrics.FromComplaint, Name: "Cold food", Customers: 3, Stake: euros(40)}}
	})
	var got []string
	for _, a := range b.marketingActions() {
		got = append(got, a.Do)
	}
	if want := []string{"good", "later"}; !slices.Equal(got, want) {
		t.Errorf("actions %q, want %q", got, want)
	}
	b.r.BottomLine.Initiatives = nil
	if a := b.marketingActions(); len(a) != 1 || a[0].Do != "Settle “Cold food” with 3 customers" || Money(a[0].Worth.Amount) != euros(40) {
		t.Errorf("without a register: %+v", a)
	}
}

func TestWhatTheRegisterHoldsIsNotProposedAgain(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Period = october
		r.BottomLine.Initiatives = []metrics.Graded{{Initiative: Initiative{Theme: "cold food"}, Known: true, Net: -euros(5)}}
		gap := metrics.Change{By: extract.Some(extract.One / 20)}
		r.BottomLine.Themes = []metrics.Theme{
			{Kind: metrics.FromComplaint, Name: "Cold food", Customers: 3, Stake: euros(40), Gap: gap},
			{Kind: metrics.FromComplaint, Name: "Wrong bill", Customers: 2, Stake: euros(30), Gap: gap},
		}
	})
	list := b.marketingActions()
	if len(list) != 1 {
		t.Fatalf("%d actions", len(list))
	}
	same(t, list[0].Do, "Settle “Wrong bill” with 2 customers")
	same(t, list[0].Why, "They ordered less often than others like them, by 5.0 pp, which could be chance. Name an owner, a chance and a cost in the register of initiatives.")
}

func TestTheWayBackToProfitTakesUpWhatCostsMost(t *testing.T) {
	b := over(func(*metrics.Results) {})
	for _, c := range []struct {
		revenue, gross, visits int64
		want                   string
	}{
		{1000, -60, 50, "Goods cost more than they bring: prices +11.0 %"},
		{1000, 680, 700, "Visit and call less: 11 a year instead of 12, or prices +2.0 %"},
		{1000, -8, 700, "Visit and call less (saves € 700 at most), or prices +70.8 %"},
		{100, 0, 700, "Visit and call less (saves € 700 at most), or more than twice the price"},
		{0, 0, 700, "Nothing bought and € 700 spent: sell, charge for it or stop"},
		{1000, 800, 700, ""},
	} {
		r := row(&transform.Figures{})
		r.Gross, r.Costs.Visits, r.LargestDriver, r.VisitCount = extract.Some(euros(c.gross)), euros(c.visits), "visits", 12
		r.Revenue, r.CostToServe, r.Net = euros(c.revenue), euros(c.visits), extract.Some(euros(c.gross-c.visits))
		same(t, strings.ReplaceAll(strings.ReplaceAll(b.wayBack(r), reports.NBSP, " "), "\u202f", " "), c.want)
	}
}

func TestWhatMayBeSaidOfAGap(t *testing.T) {
	b := over(func(*metrics.Results) {})
	gap := func(by float64, stands bool) metrics.Change {
		return metrics.Change{By: extract.Some(extract.Decimal(by * float64(extract.One))), Stands: stands}
	}
	for _, c := range []struct {
		name     string
		gap      metrics.Change
		measured bool
		want     string
	}{
		{"nobody to compare", metrics.Change{}, false, "Not measured: too few to compare"},
		{"they order more often", gap(-.1, true), true, "No gap, n = 40"},
		{"less often, beyond chance", gap(.1, true), true, "More than chance, n = 40"},
		{"less often, by chance", gap(.1, false), true, "Could be chance, n = 40"},
	} {
		if got := b.confidence(c.gap, 40, c.measured); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
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

func TestMarketingRanksWhatItCanDoOnOneBasis(t *testing.T) {
	asked := func(consent string, unanswered, score int64) prospect {
		return prospect{Consent: consent, Unanswered: unanswered, Enquiries: 1, Chance: extract.Some(extract.One / 2), Score: extract.Some(euros(score))}
	}
	b := over(func(r *metrics.Results) {
		r.Period = october
		r.BottomLine.Themes = []metrics.Theme{
			{Kind: metrics.FromNeed, Name: "Speed", Customers: 3, Stake: euros(40), Asked: euros(900)},
			{Kind: metrics.FromEnquiry, Name: "Ovens", Customers: 3, Asked: euros(500)},
		}
		r.Prospects.Rows = []prospect{asked(extract.ConsentGiven, 0, 30), asked(extract.ConsentGiven, 0, 20), asked(extract.ConsentGiven, 1, 70), asked("", 0, 80), asked(extract.ConsentRefused, 0, 90)}
	})
	list := b.marketingActions()
	if len(list) != 2 || b.initiativeBasis() != "Chance × revenue, ¤ a year" {
		t.Fatalf("%q: %+v", b.initiativeBasis(), list)
	}
	same(t, list[0].Do, "Write about what they asked for: 2 open enquiries")
	same(t, list[0].Where+" "+b.money(Money(list[0].Worth.Amount)), "Prospects € 50")
	same(t, list[1].Do+" "+b.money(Money(list[1].Worth.Amount)), "Offer “Speed” to 3 customers who want it € 40")
	b.r.Prospects.Rows = b.r.Prospects.Rows[3:]
	same(t, b.courtProspects().Do, "Ask whether we may write: 1 open enquiry")
	b.r.Prospects.Rows[0].Chance.Known, b.r.Prospects.Rows[1].Chance.Known = false, false // too few were ever decided
	if a := b.courtProspects(); a.Worth.Known {
		t.Errorf("worth %v although nobody knows the chance", a.Worth)
	}
	b.r.Prospects.Rows = b.r.Prospects.Rows[1:]
	same(t, b.courtProspects().Do, "")
}
