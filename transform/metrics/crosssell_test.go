package metrics

import (
	"fmt"
	"slices"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// wares is a range of categories A, B, C … with one product each, named in small
// letters.
func wares(n int) transform.Ledger {
	var l transform.Ledger
	for i := range n {
		l.Products = append(l.Products, extract.Product{Ref: extract.Ref{Source: "shop", ID: string(rune('a' + i))}, Name: "Ware " + string(rune('A'+i)), Category: string(rune('A' + i))})
	}
	return l
}

// basket returns a customer who bought wares, a letter each, in eight months, each line
// for 10 and at a cost of 4.
func basket(n, home int, wares string) transform.History {
	h := customer(n, 5, 35, 65, 95, 125, 155, 185, 215)
	h.Customer.Household, h.Customer.Email, h.Customer.Segment = idOf(home), fmt.Sprintf("c%d@x.example", n), "Hotels"
	for i := range h.Orders {
		h.Orders[i].Net = extract.Opt[Money]{}
		for k, w := range wares {
			h.Orders[i].Lines = append(h.Orders[i].Lines, extract.Line{Ref: ref("line", 100*i+k), Product: string(w), Quantity: extract.One, Net: extract.Some(euros(10)), Cost: extract.Some(euros(4))})
		}
	}
	return h
}

// town is customers of whom 30 buy a and b, 10 a alone, 10 b alone and 50 c: a and b
// go together 30 × 100 ÷ (40 × 40) = 1.875 times as often as by chance.
func town() []transform.History {
	var list []transform.History
	for i := range 100 {
		w := "c"
		switch {
		case i < 30:
			w = "ab"
		case i < 40:
			w = "a"
		case i < 50:
			w = "b"
		}
		list = append(list, basket(i, i, w))
	}
	return list
}

func resultsOf(t *testing.T, l transform.Ledger, rules Rules, list []transform.History) *Results {
	t.Helper()
	r := finished(t, october(), &l, rules, list).Results(transform.Scope{})
	for _, c := range r.Checks {
		if !c.Passed {
			t.Errorf("%s: %s, found %s", c.Name, c.Expected, c.Found)
		}
	}
	return r
}

func TestRulesOfATown(t *testing.T) {
	x := resultsOf(t, wares(3), Defaults(), town()).CrossSell
	same(t, "households", x.Households, 100)
	same(t, "needed", x.Least, 10)
	same(t, "pairs that could have been", x.Tests, 3)
	same(t, "both ways of one pair", x.Found, 2)
	a := x.Rules[0]
	same(t, "from", a.From+a.To, "AB")
	same(t, "of those with A", a.Rate.Part*1000+a.Rate.Of, 30_040)
	same(t, "usual", a.Usual.Part*1000+a.Usual.Of, 40_100)
	same(t, "lift", a.Lift, decimal(1.875).Value)
	if a.Low <= extract.One || a.P <= 0 || a.P > 1e-6 {
		t.Errorf("lower end %v, p %g", a.Low, a.P)
	}
}

func TestOffersOfATown(t *testing.T) {
	x := resultsOf(t, wares(3), Defaults(), town()).CrossSell
	same(t, "offers: A to those with B alone and the other way round", x.Offered.Offered, 20)
	same(t, "nothing for the others", x.Offered.Nothing, 80)
	o := x.Offers[0]
	same(t, "typical spend: eight orders of 10", o.Spend, euros(80))
	same(t, "chance times spend", o.Revenue, euros(60))
	same(t, "times 60 % margin, nothing spent on serving", o.Profit, extract.Some(euros(36)))
	same(t, "all together", x.Offered.Profit, extract.Some(euros(20*36)))
	if !slices.IsSortedFunc(x.Offers, func(a, b Offer) int { return int(b.Profit.Value - a.Profit.Value) }) {
		t.Error("offers are not sorted by profit")
	}
}

func TestCostToServeLowersWhatAnOfferLeaves(t *testing.T) {
	l := wares(3)
	for m := range 12 { // orders cost 960 a year, revenue is 10,400
		l.Costs = append(l.Costs, extract.CostPool{Ref: ref("pool", m), Month: asOf.AddMonths(-m - 1), Activity: "order handling", Amount: euros(80)})
	}
	x := resultsOf(t, l, Defaults(), town()).CrossSell
	serving := decimal(960. / 10_400).Value
	same(t, "cost to serve for each unit of revenue", x.Serving, serving)
	same(t, "profit", x.Offers[0].Profit.Value, euros(30.46)) // 60 × (.6 - .0923076923)
}

func TestWhomNothingIsOffered(t *testing.T) {
	last := func(list []transform.History) *transform.History { return &list[len(list)-1] } // has B alone
	with := func(change func(*transform.History)) []transform.History {
		list := append(town(), basket(100, 100, "b"))
		change(last(list))
		return list
	}
	for _, c := range []struct {
		name   string
		list   []transform.History
		ledger func(*transform.Ledger)
		count  func(Offering) int64
	}{
		{"closed", with(func(h *transform.History) { h.Customer.Status = extract.PartyClosed }), nil, func(o Offering) int64 { return o.Gone }},
		{"lost", with(func(h *transform.History) { h.Orders = h.Orders[6:] }), nil, func(o Offering) int64 { return o.Gone }},
		{"loses money", with(func(h *transform.History) {
			for i := range h.Orders {
				h.Orders[i].Lines[0].Cost = extract.Some(euros(11))
			}
		}), nil, func(o Offering) int64 { return o.Losing }},
		{"no known cost", with(func(h *transform.History) {
			for i := range h.Orders {
				h.Orders[i].Lines[0].Cost = extract.Opt[Money]{}
			}
		}), nil, func(o Offering) int64 { return o.Losing }},
		{"another member has the offer", with(func(h *transform.History) { h.Customer.Household = idOf(49) }), nil, func(o Offering) int64 { return o.Household }},
		{"bought it a year and a half ago", with(func(h *transform.History) {
			old := order(999, 500, 10)
			old.Net, old.Lines = extract.Opt[Money]{}, []extract.Line{{Ref: ref("old", 1), Product: "a", Quantity: extract.One, Net: extract.Some(euros(10)), Cost: extract.Some(euros(4))}}
			h.Orders = append(h.Orders, old)
		}), nil, func(o Offering) int64 { return o.Nothing - 80 }},
		{"said no to it within the year", with(func(h *transform.History) {
			h.Enquiries = []extract.Enquiry{{Ref: ref("enquiry", 1), At: noon(50), Interest: "a", Stage: extract.StageLost}}
		}), nil, func(o Offering) int64 { return o.Nothing - 80 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := resultsOf(t, wares(3), Defaults(), c.list).CrossSell
			same(t, "offers", x.Offered.Offered, 20)
			same(t, "counted", c.count(x.Offered), 1)
			if slices.ContainsFunc(x.Offers, func(o Offer) bool { return o.Customer == idOf(100) }) {
				t.Error("there is an offer")
			}
		})
	}
}

func TestStaffTeachNoRules(t *testing.T) {
	list := town()
	for i := range list[:30] {
		list[i].Customer.Status = extract.PartyStaff
	}
	same(t, "rules", resultsOf(t, wares(3), Defaults(), list).CrossSell.Found, 0)
}

func TestWhatNoProductListNamesIsNotOffered(t *testing.T) {
	l := wares(3)
	l.Products[0].Category = ""
	same(t, "rules", resultsOf(t, l, Defaults(), town()).CrossSell.Found, 0)
}

func TestAskedIsSaidOfTheHousehold(t *testing.T) {
	for _, c := range []struct {
		name  string
		e     extract.Enquiry
		asked bool
	}{
		{"by product", extract.Enquiry{Product: "a"}, true},
		{"by category in words", extract.Enquiry{Interest: " a "}, true},
		{"by the product's name", extract.Enquiry{Interest: "WARE a"}, true},
		{"about something else", extract.Enquiry{Interest: "C"}, false},
		{"about nothing", extract.Enquiry{}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			list := town()
			c.e.Ref, c.e.At, c.e.Stage = ref("enquiry", 1), noon(30), extract.StageNew
			list[45].Enquiries = []extract.Enquiry{c.e}
			for _, o := range resultsOf(t, wares(3), Defaults(), list).CrossSell.Offers {
				same(t, "asked", o.Asked, c.asked && o.Customer == idOf(45))
			}
		})
	}
}

func TestTheHouseholdBuysTogether(t *testing.T) {
	var list []transform.History
	for i, h := range town() {
		if i < 30 { // one buys A, another B
			list = append(list, basket(i, i, "a"), basket(1000+i, i, "b"))
			continue
		}
		list = append(list, h)
	}
	x := resultsOf(t, wares(3), Defaults(), list).CrossSell
	same(t, "households", x.Households, 100)
	same(t, "rules", x.Found, 2)
	same(t, "chance", x.Rules[0].Rate.Part, 30)
}

func TestRulesAreTheCompanysInEveryScope(t *testing.T) {
	list := town()
	for i := range list {
		list[i].Customer.Territory = []string{"North", "South"}[i%2]
	}
	l := wares(3)
	set := finished(t, october(), &l, Defaults(), list)
	north, all := set.Results(transform.Scope{Territory: "North"}), set.Results(transform.Scope{})
	same(t, "rules", len(north.CrossSell.Rules), len(all.CrossSell.Rules))
	same(t, "lift", north.CrossSell.Rules[0].Lift, all.CrossSell.Rules[0].Lift)
	same(t, "offers of the north", north.CrossSell.Offered.Offered, 10)
	for _, o := range north.CrossSell.Offers {
		if !slices.ContainsFunc(all.CrossSell.Offers, func(a Offer) bool { return a.Customer == o.Customer && a.Profit == o.Profit }) {
			t.Errorf("%s has another offer in its territory", o.Customer)
		}
	}
}

func TestCampaigns(t *testing.T) {
	list := town()
	letter := func(n int, answered, control bool) extract.Contact {
		c := extract.Contact{Ref: ref("letter", n), Campaign: "spring", At: noon(100), Control: control}
		if answered {
			c.Responded = noon(90)
		}
		return c
	}
	for i := range 40 {
		list[i].Contacts = []extract.Contact{letter(i, i < 8, false), letter(100+i, false, true)}
	}
	list[30].Customer.Consent, list[31].Customer.Email = extract.ConsentRefused, ""
	l := wares(3)
	l.Campaigns = []extract.Campaign{{Ref: extract.Ref{Source: "shop", ID: "spring"}, Name: "Spring", Cost: extract.Some(euros(20))}}
	x := resultsOf(t, l, Defaults(), list).CrossSell
	same(t, "basis", x.Response.Basis, ResponseMeasured)
	same(t, "answered, those left out on purpose apart", x.Response.All.Part*1000+x.Response.All.Of, 8_040)
	same(t, "cost of one letter", x.Response.Cost, extract.Some(euros(.5)))
	same(t, "campaigns", len(x.Campaigns), 2)
	for _, c := range x.Campaigns {
		reach := int64(10)
		if c.Category == "B" { // two of those with A alone cannot be reached
			reach = 8
		}
		same(t, c.Category+": without it", c.Without, 10)
		same(t, "within reach", c.Reach, reach)
		same(t, "similar who buy", c.Buy.Part*1000+c.Buy.Of, 40_100)
		same(t, "response", c.Response, decimal(.2))
		same(t, "revenue: letters × response × 80", c.Revenue, extract.Some(euros(float64(reach)*.2*80)))
		same(t, "cost", c.Cost, extract.Some(euros(float64(reach)*.5)))
		same(t, "profit", c.Profit, extract.Some(euros(float64(reach)*(.2*80*.6-.5))))
	}
	same(t, "best first", x.Campaigns[0].Category, "A")
}

func TestWhereNothingIsMeasuredTheResponseIsTheCompanysWord(t *testing.T) {
	rules := Defaults()
	x := resultsOf(t, wares(3), rules, town()).CrossSell
	same(t, "basis", x.Response.Basis, ResponseUnknown)
	same(t, "revenue", x.Campaigns[0].Revenue.Known, false)
	rules.Response = extract.One / 50
	x = resultsOf(t, wares(3), rules, town()).CrossSell
	same(t, "basis", x.Response.Basis, ResponseAssumed)
	same(t, "revenue: 10 × 2 % × 80", x.Campaigns[0].Revenue, extract.Some(euros(16)))
	same(t, "cost", x.Campaigns[0].Cost.Known, false)
}

func TestSimilarMeansOfTheSameSize(t *testing.T) {
	var list []transform.History
	for i, h := range town() {
		for k := range h.Orders { // three sizes: 10, 20 and 30 a line
			for j := range h.Orders[k].Lines {
				h.Orders[k].Lines[j].Net = extract.Some(euros(float64(10 * (1 + i%3))))
			}
		}
		list = append(list, h)
	}
	for _, o := range resultsOf(t, wares(3), Defaults(), list).CrossSell.Offers {
		for i := range 100 {
			if idOf(i) == o.Customer {
				same(t, "spend of the same size", o.Spend, euros(float64(80*(1+i%3))))
			}
		}
	}
}

func TestHugeHouseholdsTeachNothing(t *testing.T) {
	l := transform.Ledger{}
	for i := range 600 {
		l.Products = append(l.Products, extract.Product{Ref: ref("ware", i), Name: fmt.Sprint("Ware ", i), Category: fmt.Sprint("Category ", i)})
	}
	var list []transform.History
	for i := range 12 {
		h := customer(i, 5)
		h.Orders[0].Net = extract.Opt[Money]{}
		for k := range 501 {
			h.Orders[0].Lines = append(h.Orders[0].Lines, extract.Line{Ref: ref("line", k), Product: ref("ware", k).ID, Quantity: extract.One, Net: extract.Some(euros(1))})
		}
		list = append(list, h)
	}
	x := resultsOf(t, l, Defaults(), list).CrossSell
	same(t, "huge", x.Huge, 12)
	same(t, "learned from", x.Households, 0)
}
