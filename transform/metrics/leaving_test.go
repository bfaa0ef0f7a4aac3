package metrics

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

func TestAttritionOfTheYear(t *testing.T) {
	list := []transform.History{
		customer(1, 400, 100),      // active a year ago and now
		customer(2, 400),           // lost
		customer(3, 400, 300),      // lost, though it ordered within the year
		customer(4, 100),           // new
		customer(5, 700, 50),       // lost a year ago, back
		customer(6, 800, 600, 400), // lost, active two years ago too
		customer(7),                // never ordered
	}
	list[1].Customer.ExitReason = "price"
	r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{})
	same(t, "lost", r.Attrition.Year.Part, 3)
	same(t, "of those active a year ago", r.Attrition.Year.Of, 4)
	same(t, "of those active two years ago", r.Attrition.Before.Of, 1)
	same(t, "reasons", r.Attrition.Reasons[0].Name, "")
	same(t, "not recorded for", r.Attrition.Reasons[0].Count, 2)
	same(t, "and", r.Attrition.Reasons[1].Name, "price")
	g := r.Attrition.Gone
	same(t, "customers", g.Customers, 3)
	same(t, "revenue of the 12 months to the last order", g.Revenue, euros(100+200+200))
	same(t, "gross profit nobody knows", g.Gross.Known || g.Net.Known || g.Forgone.Known, false)
}

func TestWhatMovedRevenue(t *testing.T) {
	list := []transform.History{
		customer(1, 500, 400, 100), // declining
		customer(2, 400, 100, 50),  // growing
		customer(3, 50),            // new
		customer(4, 500),           // lost
		customer(5, 900, 50),       // returned
		customer(6, 500, 50),       // the same
	}
	r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{})
	m := r.Overview.Moved
	same(t, "before", m.Before, euros(500))
	same(t, "now", m.Now, euros(600))
	for _, x := range []struct {
		what string
		got  Money
		want float64
	}{{"new", m.New, 100}, {"returned", m.Returned, 100}, {"growing", m.Growing, 100}, {"declining", m.Declining, -100}, {"lost", m.Lost, -100}} {
		same(t, x.what, x.got, euros(x.want))
	}
}

func TestRisk(t *testing.T) {
	var list []transform.History
	for i := range 40 { // half order every month, half stopped a year ago
		var days []int
		for d := 700; d > 0; d -= 30 {
			if i%2 == 0 || d > 360 {
				days = append(days, d)
			}
		}
		list = append(list, customer(i, days...))
	}
	list = append(list, customer(50))
	r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{})
	steady, quiet := r.Row(idOf(0)), r.Row(idOf(1))
	if steady.Risk.Value > extract.One/10 || quiet.Risk.Value < extract.One*9/10 {
		t.Errorf("risk of the steady is %v, of the silent %v", steady.Risk.Value, quiet.Risk.Value)
	}
	same(t, "whoever never ordered has none", r.Row(idOf(50)).Risk.Known, false)
	same(t, "whoever is lost is not at risk any more", quiet.AtRisk, false)
	same(t, "it was held against one horizon ago", r.Attrition.Model.N, 40)
}

func TestRiskIsUnknownWithoutAPast(t *testing.T) {
	row, _ := only(t, customer(1, 10), transform.Ledger{}, Defaults())
	same(t, "known", row.Risk.Known, false)
}

func TestEveryQuoteIsAnOfferOfItsOwn(t *testing.T) {
	h := customer(1)
	for n, stage := range []string{extract.StageQuoted, extract.StageQuoted, extract.StageNew, extract.StageNew} {
		h.Enquiries = append(h.Enquiries, extract.Enquiry{Ref: ref("enquiry", n), At: noon(20), Stage: stage, Interest: "tea", Value: extract.Some(euros(100))})
	}
	_, r := only(t, h, transform.Ledger{}, Defaults())
	same(t, "two quotes, and one thing asked for twice", len(r.Prospects.Rows), 3)
	same(t, "enquiries", r.Prospects.Open, 4)
	same(t, "value", r.Prospects.Value, extract.Some(euros(300)))
}

func TestRiskIsNotLearnedFromAHandful(t *testing.T) {
	for n, known := range map[int]bool{19: false, 20: true} {
		var list []transform.History
		for i := range n {
			list = append(list, customer(i, 400, 300, 200, 100))
		}
		list = append(list, customer(50, 80)) // came within the horizon: nobody could watch them
		r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{})
		same(t, fmt.Sprintf("known from %d", n), r.Row(idOf(0)).Risk.Known, known)
	}
}

// The public sample of a music shop, over three horizons and seven as-of days. What the
// regression knows and how much cells weigh was chosen on its first nine months, which
// none of these as-of days is graded in, and on the generated company.
func TestRiskOfAMusicShop(t *testing.T) {
	list := music(t)
	for _, horizon := range []int{60, 90, 120} {
		rules := Defaults()
		rules.Horizon = horizon
		for m := range 7 {
			p := transform.Ending(extract.Date(1998, time.July, 1).AddMonths(-m), transform.Monthly)
			r := finished(t, p, &transform.Ledger{}, rules, list).Results(transform.Scope{}).Attrition.Model
			t.Logf("horizon %d, as of %v: AUC %v, days since alone %v, order days alone %v, Brier %v", horizon, p.To, r.AUC.Value, r.Simple.Value, r.Frequency.Value, r.Brier.Value)
			if behind := (max(r.Simple.Value, r.Frequency.Value) - r.AUC.Value).Float(); behind > .005 {
				t.Errorf("horizon %d, as of %v: the estimate ranks %.4f worse than the best simple rule", horizon, p.To, behind)
			}
		}
	}
}

// Customers and their first 39 weeks as in P. S. Fader, B. G. S. Hardie and K. L. Lee,
// Marketing Science 24 (2005); who buys in the 39 weeks after.
func TestRiskRanksTheHoldOutOfAMusicShop(t *testing.T) {
	list, from := music(t), extract.Date(1997, time.October, 1)
	s := finished(t, transform.Ending(from, transform.Monthly), &transform.Ledger{}, Defaults(), list)
	all := s.Results(transform.Scope{})
	var risk, since, days []float64
	var quiet []bool
	for i := range list {
		r := all.Row(list[i].Customer.ID)
		later := false
		for _, o := range list[i].Orders {
			later = later || o.At.Day(time.UTC) >= from
		}
		risk, since, days, quiet = append(risk, r.Risk.Value.Float()), append(since, float64(r.DaysSince.Value)), append(days, -float64(r.OrderDays)), append(quiet, !later)
	}
	same(t, "customers", len(list), 2357)
	auc, recency, frequency := model.AUC(risk, quiet), model.AUC(since, quiet), model.AUC(days, quiet)
	t.Logf("AUC of the estimate %.4f, of days since the last order %.4f, of order days %.4f", auc, recency, frequency)
	if auc < .774 || auc < max(recency, frequency)-.005 {
		t.Errorf("the estimate ranks with an AUC of %.4f", auc)
	}
}

func music(t *testing.T) []transform.History {
	t.Helper()
	dir := os.Getenv("CLIENTELE_DATA")
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: the public music shop's data are not here")
	}
	f, err := os.Open(filepath.Join(dir, "analytics", "CDNOW_sample.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []transform.History
	at := map[string]int{}
	lines := bufio.NewScanner(f)
	for n := 0; lines.Scan(); n++ {
		w := strings.Fields(lines.Text())
		day, err := time.Parse("20060102", w[2])
		if err != nil {
			t.Fatal(err)
		}
		i, seen := at[w[1]]
		if !seen {
			i = len(list)
			at[w[1]] = i
			list = append(list, customer(i))
		}
		o := order(n, 0, 1)
		o.At = extract.InstantOf(day)
		list[i].Orders = append(list[i].Orders, o)
	}
	return list
}

func TestLifetime(t *testing.T) {
	cost := func(h transform.History) transform.History {
		for i := range h.Orders {
			h.Orders[i].Lines = []extract.Line{{Ref: ref("line", i), Net: extract.Some(euros(100)), Cost: extract.Some(euros(40))}}
		}
		return h
	}
	list := []transform.History{cost(customer(1, 400, 100)), cost(customer(2, 500, 400)), customer(3, 100), customer(4)}
	r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{})
	one, lost := r.Row(idOf(1)), r.Row(idOf(2))
	same(t, "to date", one.Lifetime, extract.Some(euros(120)))
	kept := r.Lifetime.Retention[0]
	same(t, "whoever ordered on one day a year ago was kept", kept.Raw.Part, 1)
	want := 60 * annuity(kept.Shrunk.Float(), .1, 36)
	if math.Abs(one.Ahead.Value.Float()-want) > .005 {
		t.Errorf("ahead %v, want %v", one.Ahead.Value, want)
	}
	same(t, "lost customers bring nothing", lost.Ahead, extract.Some(Money(0)))
	same(t, "without cost nothing is known", r.Row(idOf(3)).Ahead.Known, false)
	same(t, "nor of whoever never ordered", r.Row(idOf(4)).Ahead.Known, false)
}

func TestAnnuity(t *testing.T) {
	if v := annuity(1, 0, 36); math.Abs(v-3) > 1e-9 {
		t.Errorf("three sure years at no interest are %v", v)
	}
	if v, w := annuity(.8, .1, 12), math.Log(.8/1.1); math.Abs(v-(math.Exp(w)-1)/w) > .001 {
		t.Errorf("one year at 80 %% and 10 %% is %v", v) // the integral of (r/(1+d))^t
	}
}

func TestSerialComplainers(t *testing.T) {
	var list []transform.History
	for i := range 50 {
		h := customer(i, 350)
		n := 0
		switch {
		case i == 0:
			n = 9
		case i < 10:
			n = 1
		}
		for k := range n {
			h.Tickets = append(h.Tickets, ticket(100*i+k, extract.TopicComplaint, 5))
		}
		list = append(list, h)
	}
	r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{})
	if len(r.Service.Serial) != 1 || r.Service.Serial[0] != idOf(0) {
		t.Errorf("serial complainers are %v", r.Service.Serial)
	}
}

func TestOpenComplaints(t *testing.T) {
	h := customer(1, 10)
	h.Tickets = []extract.Ticket{ticket(1, extract.TopicComplaint, 5), ticket(2, extract.TopicComplaint, 5), ticket(3, extract.TopicComplaint, 5)}
	h.Tickets[0].Closed = noon(2)
	h.Tickets[1].Closed = noon(-2) // after the as-of day: open as far as we may know
	h.Tickets[2].Opened = noon(40)
	row, r := only(t, h, transform.Ledger{}, Defaults())
	same(t, "open", row.OpenComplaints, 2)
	same(t, "oldest", row.OldestOpen, extract.Some(int64(40)))
	same(t, "its number", row.OldestTicket, ref("ticket", 3).ID)
	same(t, "closed within five days", r.Service.Now.Resolved5.Part, 1)
}

func TestProspects(t *testing.T) {
	ask := func(n, ago int, stage, product string) extract.Enquiry {
		return extract.Enquiry{Ref: ref("enquiry", n), At: noon(ago), Stage: stage, Product: product, Interest: "tea", Channel: "web", Value: extract.Some(euros(100))}
	}
	buyer := shopping(1, 1, "a")
	buyer.Enquiries = []extract.Enquiry{ask(1, 20, extract.StageNew, "a"), ask(2, 20, extract.StageNew, "c"), ask(3, 5, extract.StageNew, "c")}
	other := customer(2)
	other.Enquiries = []extract.Enquiry{ask(4, 50, extract.StageWon, ""), ask(5, 50, extract.StageLost, ""), ask(6, 30, extract.StageQuoted, "")}
	nobody := transform.History{Enquiries: []extract.Enquiry{ask(7, 9, extract.StageNew, "")}}
	l, list, rules := rangeOf(), []transform.History{buyer, other, nobody}, Defaults()
	few := finished(t, october(), &l, rules, list).Results(transform.Scope{}).Prospects
	same(t, "two decisions are too few to expect anything from", few.Rows[0].Score.Known || few.Expected.Known, false)
	rules.MinSample = 2
	r := finished(t, october(), &l, rules, list).Results(transform.Scope{})
	p := r.Prospects
	same(t, "what was bought since is no prospect, what was asked twice is one", len(p.Rows), 3)
	same(t, "unanswered first, longest wait first among equals", p.Rows[0].ID, ref("enquiry", 3).ID)
	same(t, "asked twice", p.Rows[0].Enquiries, 2)
	same(t, "waiting since the first", p.Rows[0].Waiting, 20)
	same(t, "nobody we know", p.Rows[1].Customer, "")
	same(t, "a quote is an answer", p.Rows[2].Unanswered, 0)
	same(t, "won half", p.Rows[0].Score, extract.Some(euros(50)))
	same(t, "asked twice and never answered", p.Rows[0].Unanswered, 2)
	same(t, "unanswered enquiries, not rows", p.Unanswered, 3)
	same(t, "the customer's row counts by the same rule", r.Row(idOf(1)).Unanswered, 2)
	same(t, "what was bought since waits for nobody", r.Row(idOf(1)).OpenEnquiries, 2)
}
