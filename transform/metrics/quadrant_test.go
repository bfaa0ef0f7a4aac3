package metrics

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

func TestQuarters(t *testing.T) {
	known := extract.Some(euros(10))
	for _, c := range []struct {
		name       string
		orders     int64
		categories int64
		net        extract.Opt[Money]
		hurdle     Money
		want       string
	}{
		{"many and above", 1, 3, known, 0, ManyAbove},
		{"as many as many begins with", 1, 2, known, 0, ManyAbove},
		{"one fewer", 1, 1, known, 0, FewAbove},
		{"profit of exactly the hurdle is not above it", 1, 2, known, euros(10), ManyBelow},
		{"a loss", 1, 1, extract.Some(euros(-1)), 0, FewBelow},
		{"bought nothing", 0, 3, known, 0, ""},
		{"no cost is known", 1, 3, extract.Opt[Money]{}, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) { same(t, "quarter", QuadrantOf(c.orders, c.categories, c.net, 2, c.hurdle), c.want) })
	}
}

// bought is a customer with an order so many days ago for each list of products.
func boughtOn(n, home int, ago []int, wares ...string) transform.History {
	h := customer(n, ago...)
	h.Customer.Household = idOf(home)
	for i := range h.Orders {
		h.Orders[i].Net = extract.Opt[Money]{}
		for k, w := range wares[i] {
			h.Orders[i].Lines = append(h.Orders[i].Lines, extract.Line{Ref: ref("line", 1000*n+10*i+k), Product: string(w), Quantity: extract.One, Net: extract.Some(euros(10 - float64(k))), Cost: extract.Some(euros(4))})
		}
	}
	return h
}

func TestMovesBetweenQuarters(t *testing.T) {
	l := wares(4)
	for m := range 24 { // pools that reach back, so that last year's profit is known
		l.Costs = append(l.Costs, extract.CostPool{Ref: ref("pool", m), Month: asOf.AddMonths(-m - 1), Activity: "order handling", Amount: euros(1)})
	}
	list := []transform.History{
		boughtOn(1, 1, []int{400, 30}, "a", "abc"),
		boughtOn(2, 2, []int{400, 30}, "abc", "b"),
		boughtOn(3, 3, []int{30}, "ab"),
		boughtOn(4, 4, []int{500}, "d"),
	}
	p := resultsOf(t, l, Defaults(), list).Products
	same(t, "many begins above the median of 3, 1 and 2", p.Many, 3)
	got := map[[2]string]int64{}
	for _, m := range p.Moves {
		got[[2]string{m.From, m.To}] = m.Customers
	}
	for _, c := range []struct{ from, to string }{{FewAbove, ManyAbove}, {ManyAbove, FewAbove}, {"", FewAbove}, {FewAbove, ""}} {
		same(t, c.from+" to "+c.to, got[[2]string{c.from, c.to}], 1)
	}
	same(t, "moves", len(p.Moves), 4)
	var now int64
	for _, g := range p.Quadrants {
		now += g.Customers
	}
	same(t, "customers in quarters now", now, 3)
}

func TestAHouseholdStandsInOneQuarter(t *testing.T) {
	list := []transform.History{boughtOn(1, 1, []int{30}, "a"), boughtOn(2, 1, []int{30}, "b"), boughtOn(3, 3, []int{30}, "a")}
	p := resultsOf(t, wares(3), Defaults(), list).Products
	same(t, "many of customers: more than 1", p.Many, 2)
	same(t, "many of households: more than the median of 2 and 1", p.ManyAtHome, 2)
	same(t, "the two together buy many", p.HomeQuadrants[0].Customers, 1)
	same(t, "and bring", p.HomeQuadrants[0].Net, euros(12))
	same(t, "the one alone few", p.HomeQuadrants[2].Customers, 1)
	same(t, "no customer alone buys many", p.Quadrants[0].Customers, 0)
}

func TestTheHurdlePartsProfits(t *testing.T) {
	rules := Defaults()
	rules.Hurdle = euros(6)
	list := []transform.History{boughtOn(1, 1, []int{30}, "a"), boughtOn(2, 2, []int{30}, "ab")}
	q := resultsOf(t, wares(3), rules, list).Products.Quadrants
	same(t, "6 is not above 6", q[3].Customers, 1)
	same(t, "11 is", q[0].Customers, 1)
}

func TestWhatCustomersBoughtFirst(t *testing.T) {
	list := []transform.History{
		boughtOn(1, 1, []int{800, 700, 30}, "ab", "a", "c"), // a first, on the second day nothing new, then c
		boughtOn(2, 2, []int{800, 300}, "a", "cb"),          // back after more than a year; of two new ones the larger
		boughtOn(3, 3, []int{20}, "a"),                      // too young to be watched
		boughtOn(4, 4, []int{500}, "b"),
		customer(5, 40), // names no product
	}
	p := resultsOf(t, wares(3), Defaults(), list).Products
	same(t, "beginnings", len(p.First), 2)
	a := p.First[0]
	same(t, "most began with", a.Name, "A")
	same(t, "customers", a.Customers, 3)
	same(t, "again within a year, of those old enough", a.Again.Part*10+a.Again.Of, 12)
	same(t, "active", a.Still.Part, 2)
	same(t, "next", a.Next, "C")
	same(t, "by", a.NextShare.Part*10+a.NextShare.Of, 23)
	same(t, "median profit to date of 11 + 6 + 6, 6 + 11 and 6", a.Each, extract.Some(euros(17)))
	same(t, "all who named something", p.FirstAll.Customers, 4)
}

func TestGoodsTakenBackAndFreightAreNotWhatWasBoughtFirst(t *testing.T) {
	l := wares(2)
	l.Products[1].Category = ""
	h := boughtOn(1, 1, []int{300, 200}, "b", "a")
	h.Orders[1].Lines[0].Quantity, h.Orders[1].Lines[0].Net = -extract.One, extract.Some(euros(-10))
	p := resultsOf(t, l, Defaults(), []transform.History{h}).Products
	same(t, "a product of no category, then goods taken back", p.FirstAll.Customers, 0)
}
