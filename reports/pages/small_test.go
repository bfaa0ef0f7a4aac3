package pages

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// lines names the rows and totals of a table.
func lines(g reports.Grid) string {
	var names []string
	for i := range g.Len {
		names = append(names, g.Row(i)[0].Text)
	}
	for i := range g.Totals {
		names = append(names, "= "+g.Total(i)[0].Text)
	}
	return strings.Join(names, ", ")
}

func TestSegmentsOfNobodyAreNamedAndNotShown(t *testing.T) {
	g := over(func(r *metrics.Results) {
		r.RFM.Segments = []metrics.Segment{{Group: group{Name: "Loyal"}}, {Group: group{Name: "Lost", Customers: 2}}, {Group: group{Name: "New"}}}
		r.Profitability.Total = group{Customers: 3}
	}).segmentTable().Grid()
	same(t, lines(g), "Lost, = Never bought, = All customers")
	same(t, g.Note, "Nobody is in: Loyal, New.")
}

func TestGrowthIsToldFastestFirstAndOfNoHandful(t *testing.T) {
	g := over(func(r *metrics.Results) {
		r.RFM.ByType = []group{
			{Name: "Large", Customers: 5, Revenue: euros(110), RevenueBefore: euros(100)},
			{Name: "One", Customers: 1, Revenue: euros(50), RevenueBefore: euros(10)},
			{Name: "Fast", Customers: 3, Revenue: euros(20), RevenueBefore: euros(10)},
			{Name: "Quiet", Customers: 3},
		}
		r.Profitability.Total = group{Customers: 12, Revenue: euros(180), RevenueBefore: euros(120)}
	}).growthTable().Grid()
	same(t, lines(g), "Fast, Large, One, = No revenue in 24 months, = All customers")
	at, part := column(g, "vs last year"), column(g, "Part of growth")
	if g.Row(0)[at].Number != 1 || g.Row(2)[at].Known || !g.Total(1)[at].Known {
		t.Errorf("growth of Fast %v, of One %v, of all %v", g.Row(0)[at], g.Row(2)[at], g.Total(1)[at])
	}
	sum := g.Total(0)[part].Number
	for i := range g.Len {
		sum += g.Row(i)[part].Number
	}
	if d := sum - g.Total(1)[part].Number; d > 1e-9 || d < -1e-9 {
		t.Errorf("the parts of growth give %v, all %v", sum, g.Total(1)[part].Number)
	}
}

func TestFifthsEndWithWhoIsInNone(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Profitability.Fifths = []group{{Customers: 2, Revenue: euros(90)}, {Customers: 2, Revenue: euros(10)}}
		r.RFM.Lost = group{Customers: 3, Revenue: -euros(5)}
		r.Profitability.Total = group{Customers: 8, Revenue: euros(95)}
	})
	var words []string
	for _, g := range b.fifthTotals() {
		words = append(words, g.Name+" "+reports.Thousands(g.Customers)+" "+b.money(g.Revenue))
	}
	same(t, strings.Join(words, "; "), "No order in 12 months 3 −\u202f€ 5; Never bought or no known cost 1 € 0; All customers 8 € 95")
}

func TestTypesAreNotComparedByAttritionWhereAllAreTooFew(t *testing.T) {
	few := group{Name: "Hotels", Customers: 1, Attrition: metrics.Rate{Part: 1, Of: 1}}
	b := over(func(*metrics.Results) {})
	if b.leaves("by business type", []group{few}) || len(b.less) != 1 {
		t.Errorf("shown, or not named as left out: %q", b.less)
	}
	few.Attrition.Of = 30
	if !b.leaves("by business type", []group{few}) {
		t.Error("left out although there are enough")
	}
}

func TestContactsOfAccountsAreNamedAsCustomersOfTheirOwn(t *testing.T) {
	person := &transform.Figures{FiguresWho: transform.FiguresWho{Type: extract.OfFirm}}
	if g := over(func(r *metrics.Results) { r.Rows = append(r.Rows, person) }).matchTable().Grid(); !strings.Contains(lines(g), "Contacts of accounts") {
		t.Errorf("the page says %s", lines(g))
	}
	if g := over(func(*metrics.Results) {}).matchTable().Grid(); strings.Contains(lines(g), "Contacts of accounts") {
		t.Error("named where there are none")
	}
}

func TestSourcesEndOnAllAndSpeakOfCostOnlyWhereItIsRecorded(t *testing.T) {
	for _, recorded := range []bool{true, false} {
		b := over(func(r *metrics.Results) {
			r.Lifetime.BySource = []metrics.Source{{Group: group{Name: "Fair", Customers: 4}, Cost: extract.Opt[Money]{Value: euros(9), Known: recorded}}}
			r.Profitability.Total = group{Customers: 5}
		})
		g := b.sourceTable().Grid()
		same(t, lines(g), "Fair, = Never ordered, = All customers")
		if (column(g, "Cost to win one") >= 0) != recorded || (len(b.less) == 0) != recorded {
			t.Errorf("cost recorded %v: columns %v, left out %q", recorded, g.Columns, b.less)
		}
	}
}

func TestInvoicesWithoutProductsAreTheReasonWhyProductsAreLeftOut(t *testing.T) {
	b := over(func(r *metrics.Results) { r.Rules.RevenueFrom = metrics.FromInvoices })
	same(t, b.noOffers(), "revenue is counted from invoices, and none names an order with products")
	same(t, b.untraced(), b.noOffers())
	same(t, over(func(*metrics.Results) {}).untraced(), "no order line names a product")
}

func TestPartsOfAGrowthThatIsNotToldAreBlank(t *testing.T) {
	g := over(func(r *metrics.Results) {
		r.RFM.ByType = []group{{Name: "Hotels", Customers: 5, Revenue: euros(20), RevenueBefore: euros(10)}}
		r.Profitability.Total = group{Customers: 5, Revenue: -euros(20), RevenueBefore: euros(10)}
	}).growthTable().Grid()
	if g.Row(0)[column(g, "Part of growth")].Known {
		t.Error("a part of a growth that cannot be told is shown")
	}
}
