package metrics

import (
	"slices"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// changed returns the town with every purchase of one ware changed.
func changed(ware string, change func(*extract.Line)) []transform.History {
	list := town()
	for i := range list {
		for k := range list[i].Orders {
			for j := range list[i].Orders[k].Lines {
				if l := &list[i].Orders[k].Lines[j]; l.Product == ware {
					change(l)
				}
			}
		}
	}
	return list
}

func offersOf(x CrossSell, category string) (n int) {
	for _, o := range x.Offers {
		n += int(one(o.Category == category))
	}
	return n
}

func TestWhatIsKnownOfProductsDecidesWhatIsOffered(t *testing.T) {
	for _, c := range []struct {
		name   string
		list   []transform.History
		ledger func(*transform.Ledger)
		rules  int64
		a, b   int
	}{
		{"as it is", town(), func(*transform.Ledger) {}, 2, 10, 10},
		{"without a known cost nobody knows what an offer leaves", changed("a", func(l *extract.Line) { l.Cost = extract.Opt[Money]{} }), func(*transform.Ledger) {}, 2, 0, 0},
		{"what is not sold any more is not offered", town(), func(l *transform.Ledger) { l.Products[0].Discontinued = true }, 2, 0, 10},
		{"a category of which something is sold is", town(), func(l *transform.Ledger) {
			l.Products[0].Discontinued = true
			l.Products = append(l.Products, extract.Product{Ref: ref("new", 1), Name: "New", Category: "A"})
		}, 2, 10, 10},
		{"a product in no list teaches nothing", town(), func(l *transform.Ledger) { l.Products = l.Products[1:] }, 0, 0, 0},
		{"nor does one without a category", town(), func(l *transform.Ledger) { l.Products[0].Category = "" }, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := wares(3)
			c.ledger(&l)
			x := resultsOf(t, l, Defaults(), c.list).CrossSell
			same(t, "rules", x.Found, c.rules)
			same(t, "offers of A", offersOf(x, "A"), c.a)
			same(t, "offers of B", offersOf(x, "B"), c.b)
		})
	}
}

// takenBack adds an order that gives back what a customer bought of a ware.
func takenBack(h transform.History, ware string, times int, all bool) transform.History {
	o := order(77, 2, 0)
	o.Net = extract.Opt[Money]{}
	n := times
	if !all {
		n--
	}
	o.Lines = []extract.Line{{Ref: ref("back", 1), Product: ware, Quantity: -extract.One * extract.Decimal(n), Net: extract.Some(euros(-10 * float64(n))), Cost: extract.Some(euros(-4 * float64(n)))}}
	h.Orders = append(h.Orders, o)
	return h
}

func TestWhatWasAllTakenBackIsNotBoughtAndNotOfferedAgain(t *testing.T) {
	for _, c := range []struct {
		name       string
		all        bool
		categories int64
		together   int64
	}{{"all of it", true, 1, 29}, {"all but one", false, 2, 30}} {
		list := town()
		list[0] = takenBack(list[0], "b", 8, c.all)
		r := resultsOf(t, wares(3), Defaults(), list)
		same(t, c.name+": categories", r.Row(idOf(0)).Categories, c.categories)
		same(t, c.name+": households with both", r.CrossSell.Rules[0].Rate.Part, c.together)
		if slices.ContainsFunc(r.CrossSell.Offers, func(o Offer) bool { return o.Customer == idOf(0) }) {
			t.Errorf("%s: what was given back is offered again", c.name)
		}
	}
}

func TestWhatNearlyAllBuyTogetherIsASetAndNoOffer(t *testing.T) {
	var list []transform.History
	for i := range 100 {
		w := "c"
		if i < 40 {
			w = "ab"
		}
		if i == 40 {
			w = "a" // has one of the set
		}
		list = append(list, basket(i, i, w))
	}
	x := resultsOf(t, wares(3), Defaults(), list).CrossSell
	same(t, "rules", x.Found, 2)
	same(t, "of them sets", x.Sets, 2)
	same(t, "offers", x.Offered.Offered, 0)
}

func TestAHouseholdThatLosesMoneyIsOfferedNothing(t *testing.T) {
	list := append(town(), basket(100, 49, "c")) // lives with one who has B alone, and loses more
	for k := range list[100].Orders {
		list[100].Orders[k].Lines[0].Cost = extract.Some(euros(30))
	}
	x := resultsOf(t, wares(3), Defaults(), list).CrossSell
	same(t, "offers", x.Offered.Offered, 19)
	same(t, "both are counted as without profit", x.Offered.Losing, 2)
}

func TestARuleRestsOnTenHouseholdsAtLeast(t *testing.T) {
	rules := Defaults()
	rules.MinSample = 2
	same(t, "of a hundred", resultsOf(t, wares(3), rules, town()).CrossSell.Least, 10)
}

func TestTheSameProductManyTimesInOneBasketIsOnce(t *testing.T) {
	list := town()
	for i := range list {
		for k := range list[i].Orders {
			list[i].Orders[k].Lines = append(list[i].Orders[k].Lines, list[i].Orders[k].Lines...)
		}
	}
	x := resultsOf(t, wares(3), Defaults(), list).CrossSell
	same(t, "households with both", x.Rules[0].Rate.Part, 30)
	same(t, "of those with the one", x.Rules[0].Rate.Of, 40)
}
