package pages

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// offering is results with so many offers of 100 euros each, chance a half.
func offering(n int, profits bool) func(*metrics.Results) {
	return func(r *metrics.Results) {
		rule := metrics.Association{
			From: "Tea", To: "Cups", Rate: metrics.Rate{Part: 30, Of: 60}, Usual: metrics.Rate{Part: 50, Of: 150}, Lift: extract.One * 3 / 2,
		}
		for i := range n {
			f := &transform.Figures{}
			f.ID, f.Name, f.Orders, f.Revenue = transform.NewID(ref("party", i), 0), "Customer", 1, euros(900)
			o := metrics.Offer{Customer: f.ID, Category: "Cups", Rule: rule, Spend: euros(400), Revenue: euros(200)}
			if profits {
				f.Net, o.Profit = extract.Some(euros(90)), extract.Some(euros(100))
				r.CrossSell.Offered.Profit = extract.Some(euros(int64(100 * (i + 1))))
			}
			r.Rows = append(r.Rows, f)
			r.CrossSell.Offers = append(r.CrossSell.Offers, o)
			r.CrossSell.Offered.Offered++
			r.CrossSell.Offered.Revenue += euros(200)
		}
	}
}

func TestTheOfferFindingSaysWhatIsExpected(t *testing.T) {
	for name, c := range map[string]struct {
		n       int
		profits bool
		want    string
	}{
		"many":                  {3, true, "3 customers could buy one more category; expected profit of one offer each: € 300 a year; Cups is the offer for 3."},
		"one":                   {1, true, "1 customer could buy one more category; expected profit of one offer each: € 100 a year."},
		"no profit is known":    {2, false, "2 customers could buy one more category; expected revenue of one offer each: € 400 a year; Cups is the offer for 2."},
		"nobody, on other days": {0, true, "There is an offer for 0 customers."},
	} {
		t.Run(name, func(t *testing.T) {
			b := over(offering(c.n, c.profits))
			same(t, b.offerFinding(b.leads()), c.want)
		})
	}
}

func TestAnOfferSaysWhy(t *testing.T) {
	b := over(offering(1, true))
	l := b.leads()[0]
	same(t, why(l), "30 of 60 households with Tea buy it too")
	l.Others = []string{"Syrup", "Ovens"}
	if got := why(l); !strings.HasSuffix(got, "; also fits: Syrup, Ovens") {
		t.Error(got)
	}
	l.Others = append(l.Others, "Trays", "Lids")
	if got := why(l); !strings.HasSuffix(got, "; also fits: Syrup, Ovens and 2 more") {
		t.Error(got)
	}
}

func TestTheListOfOffersEndsOnAllOfThem(t *testing.T) {
	g := over(offering(250, true)).crossSell().Sheet().Grids()[0]
	at := column(g, "Expected profit")
	if g.Len != 200 || g.Of != 250 || g.Totals != 2 {
		t.Fatalf("%d of %d rows, %d closing rows", g.Len, g.Of, g.Totals)
	}
	if rest, all := g.Total(0)[at].Amount, g.Total(1)[at].Amount; Money(rest) != euros(5_000) || Money(all) != euros(25_000) {
		t.Errorf("not listed %d, all %d", rest, all)
	}
	if n := over(offering(3, true)).crossSell().Sheet().Grids()[0].Totals; n != 1 {
		t.Errorf("%d closing rows where all are listed", n)
	}
}

func TestWhyThereIsNothingToOffer(t *testing.T) {
	for _, c := range []struct {
		x    metrics.CrossSell
		want string
	}{
		{metrics.CrossSell{}, "no order line of 12 months names a product category"},
		{metrics.CrossSell{Households: 1}, "among 1 household no two categories are bought together more often than chance explains"},
		{metrics.CrossSell{Households: 40, Found: 2}, "no customer who is profitable and not at risk lacks a category that goes with what they buy"},
	} {
		b := over(func(r *metrics.Results) { r.CrossSell = c.x })
		same(t, b.noOffers(), c.want)
		same(t, b.noCampaigns(), c.want)
	}
	b := over(offering(1, true))
	same(t, b.noCampaigns(), "no source records who answered campaigns; map contacts, or state what you assume as metrics.campaign_response")
	b.r.CrossSell.Response.Basis = metrics.ResponseAssumed
	same(t, b.noCampaigns(), "no campaign would reach anybody and bring more than it costs")
}

// campaigning adds campaigns to Hotels and to customers of no type, one of them a loss.
func campaigning(basis string, cost bool) func(*metrics.Results) {
	return func(r *metrics.Results) {
		offering(1, true)(r)
		x := &r.CrossSell
		x.Response = metrics.Response{Basis: basis, All: metrics.Rate{Part: 5, Of: 100}, Assumed: extract.One / 50}
		if cost {
			x.Response.Cost = extract.Some(euros(2))
		}
		for i, kind := range []string{"Hotels", "", "Schools"} {
			x.Campaigns = append(x.Campaigns, metrics.Campaign{
				Category: "Cups", Type: kind, Without: 20, Reach: 10, Spend: euros(400), Response: extract.Some(extract.One / 20),
				Revenue: extract.Some(euros(200)), Profit: extract.Some(euros(int64(70 - 40*i))), Cost: x.Response.Cost,
			})
		}
	}
}

func TestTheCampaignFindingNamesTheBest(t *testing.T) {
	b := over(campaigning(metrics.ResponseMeasured, true))
	same(t, b.campaignFinding(b.worthwhile()), "The best of 2 campaigns, Cups to Hotels, would reach 10 customers and bring € 70 of profit after its cost a year.")
	same(t, b.campaignFinding(b.worthwhile()[1:]), "One campaign would pay: Cups to customers of no recorded type would reach 10 customers and bring € 30 of profit after its cost a year.")
	b = over(campaigning(metrics.ResponseMeasured, false))
	same(t, b.campaignFinding(b.worthwhile()), "The best of 2 campaigns, Cups to Hotels, would reach 10 customers and bring € 70 of profit before its cost a year.")
}

func TestCampaignsSayWhatTheyRestOn(t *testing.T) {
	for _, c := range []struct {
		basis string
		cost  bool
		words []string
		heads []string
	}{
		{metrics.ResponseMeasured, true, []string{"5 of 100 letters to customers in 24 months were answered (5.0 %)", "Cost: € 2.00 for each customer", "Left out: 1 campaign with nobody"}, []string{"Profit after campaign cost", "Campaign cost"}},
		{metrics.ResponseAssumed, false, []string{"2.0 % is the company's own assumption; no source records answers.", "No cost of a campaign is recorded."}, []string{"Profit before campaign cost"}},
	} {
		g := over(campaigning(c.basis, c.cost)).campaigns().Sheet().Grids()[0]
		note := strings.ReplaceAll(g.Note, reports.NBSP, " ")
		for _, w := range c.words {
			if !strings.Contains(note, w) {
				t.Errorf("%q is not in %q", w, note)
			}
		}
		for _, h := range c.heads {
			if column(g, h) < 0 {
				t.Errorf("no column %q", h)
			}
		}
		if !c.cost && column(g, "Campaign cost") >= 0 {
			t.Error("a cost that nobody recorded has a column")
		}
	}
}

func TestTheWorthOfOffersIsExpectedProfitTimesWhoListens(t *testing.T) {
	b := over(campaigning(metrics.ResponseMeasured, true))
	if got := Money(b.makeOffers().Worth.Amount); got != euros(5) {
		t.Errorf("worth %s, want 100 × 5 %%", got)
	}
	b.r.CrossSell.Response = metrics.Response{}
	if got := b.makeOffers().Worth.Amount; got != 0 {
		t.Errorf("worth %d where nobody knows who listens", got)
	}
}

func TestNoOfferGoesToWhomTheScopeDoesNotShow(t *testing.T) {
	in := company(t, 5)
	north := input(finished(t, ledger(), histories(5)...).Results(transform.Scope{Territory: "North"}))
	page := pageOf(t, Sales(north), "Cross-sell").Sheet().Grids()[0]
	at := column(page, "Territory")
	for i := range page.Len {
		if got := page.Row(i)[at].Text; got != "North" {
			t.Errorf("an offer of %s", got)
		}
	}
	if all := pageOf(t, Sales(in), "Cross-sell").Sheet().Grids()[0]; page.Len == 0 || page.Len >= all.Len {
		t.Errorf("%d of %d offers are of the north", page.Len, all.Len)
	}
}
