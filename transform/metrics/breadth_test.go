package metrics

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// shopping returns a customer who bought products of the range on one day.
func shopping(n int, home int, products ...string) transform.History {
	h := customer(n, 10)
	h.Customer.Household = idOf(home)
	for i, p := range products {
		h.Orders[0].Lines = append(h.Orders[0].Lines, extract.Line{Ref: ref("line", i), Product: p, Quantity: extract.One, Net: extract.Some(euros(10)), Cost: extract.Some(euros(4))})
	}
	h.Orders[0].Net = extract.Opt[Money]{}
	return h
}

func rangeOf() transform.Ledger {
	var l transform.Ledger
	for id, category := range []string{"Tea", "Tea", "Coffee", "Cups"} {
		l.Products = append(l.Products, extract.Product{Ref: extract.Ref{Source: "shop", ID: string(rune('a' + id))}, Name: category, Category: category})
	}
	return l
}

func TestBreadth(t *testing.T) {
	l := rangeOf()
	list := []transform.History{shopping(1, 1, "a", "b", "a"), shopping(2, 1, "c"), shopping(3, 3, "a", "c", "d", "z")}
	r := finished(t, october(), &l, Defaults(), list).Results(transform.Scope{})
	same(t, "two products of one category", r.Row(idOf(1)).Products, 2)
	same(t, "one category", r.Row(idOf(1)).Categories, 1)
	same(t, "what the list does not have is a category of its own", r.Row(idOf(3)).Categories, 4)
	same(t, "the household together", r.Row(idOf(1)).HouseholdCategories, 2)
	same(t, "its size", r.Row(idOf(2)).HouseholdSize, 2)
	same(t, "named after its head", r.Row(idOf(2)).Group, "Customer")
	same(t, "alone", r.Row(idOf(3)).Group, "")
	same(t, "customers with one", r.Products.ByCount[0].Customers, 2)
	same(t, "households with two", r.Products.Households[1].Customers, 1)
	same(t, "households of two", r.Products.BySize[1].Customers, 1)
	same(t, "largest first", r.Products.Categories[0].Name, "Tea")
	same(t, "revenue of a category", r.Products.Categories[0].Revenue, euros(40))
	same(t, "its gross profit", r.Products.Categories[0].Gross, extract.Some(euros(24)))
	same(t, "its customers", r.Products.Categories[0].Customers.Part, 2)
}

func TestAHouseholdCountsACategoryOnce(t *testing.T) {
	l := rangeOf()
	list := []transform.History{shopping(1, 1, "a", "c"), shopping(2, 1, "a", "d")}
	r := finished(t, october(), &l, Defaults(), list).Results(transform.Scope{})
	same(t, "tea, coffee and cups", r.Row(idOf(2)).HouseholdCategories, 3)
}

func TestCategoriesAndWhatNoLineExplainsAreRevenue(t *testing.T) {
	l := rangeOf()
	h := shopping(1, 1, "a", "c")
	h.Orders[0].Net = extract.Some(euros(25)) // freight of 5
	h.Invoices = []extract.Invoice{{Ref: ref("credit", 1), Type: extract.CreditNote, Status: extract.Valid, At: noon(3), Net: -euros(7)}}
	_, r := only(t, h, l, Defaults())
	sum := r.Products.NotOnLines
	for _, c := range r.Products.Categories {
		sum += c.Revenue
	}
	same(t, "not on lines", r.Products.NotOnLines, -euros(2))
	same(t, "together", sum, r.Overview.Revenue.Company())
}

func TestMostBoughtWithFollowsRulesNotMereCounts(t *testing.T) {
	l := rangeOf()
	var list []transform.History
	for i := range 12 {
		list = append(list, shopping(i, i, "a", "c"))
	}
	for i := range 30 {
		list = append(list, shopping(20+i, 20+i, "d"))
	}
	list = append(list, shopping(60, 60, "a", "d"))
	r := finished(t, october(), &l, Defaults(), list).Results(transform.Scope{})
	for _, c := range r.Products.Categories {
		switch c.Name {
		case "Tea":
			same(t, "tea goes with", c.With, "Coffee")
			same(t, "so many times", c.WithShare.Part, 12)
			same(t, "of so many", c.WithShare.Of, 13)
			same(t, "13 of 43 buy tea, 12 of 43 coffee: 12 × 43 ÷ (13 × 12)", c.WithLift, decimal(43./13))
		case "Cups":
			same(t, "cups were bought with tea once, less often than by chance", c.With, "")
		}
	}
}

func TestLineBelongsToItsOwnSourcesProduct(t *testing.T) {
	l := rangeOf()
	l.Products = append([]extract.Product{{Ref: extract.Ref{Source: "other", ID: "c"}, Category: "Bicycles"}}, l.Products...)
	_, r := only(t, shopping(1, 1, "c"), l, Defaults())
	same(t, "category", r.Products.Categories[0].Name, "Coffee")
}

func TestALineOfNothingIsNoPurchaseOfItsCategory(t *testing.T) {
	l := rangeOf()
	h := shopping(1, 1, "a", "c", "d")
	h.Orders[0].Lines[1].Quantity, h.Orders[0].Lines[1].Net = 0, extract.Some(Money(0))
	h.Orders[0].Lines[2].Quantity, h.Orders[0].Lines[2].Net = -extract.One, extract.Some(-euros(3))
	r := finished(t, october(), &l, Defaults(), []transform.History{h}).Results(transform.Scope{})
	same(t, "tea alone", r.Row(idOf(1)).Categories, 1)
	same(t, "one product", r.Row(idOf(1)).Products, 1)
	same(t, "what was taken back is off the revenue", r.Row(idOf(1)).Revenue, euros(7))
}

func TestTheMarginOfACategoryIsOfSalesWithAKnownCost(t *testing.T) {
	c := Category{Revenue: euros(200), Costed: euros(120), Gross: extract.Some(euros(30))}
	same(t, "30 of 120", c.Margin(), decimal(.25))
	same(t, "no cost known", Category{Revenue: euros(200)}.Margin(), extract.Opt[extract.Decimal]{})
}

func TestAnAccountAddsUpWithItsHead(t *testing.T) {
	l := rangeOf()
	list := []transform.History{shopping(1, 1), shopping(2, 2), shopping(3, 3), shopping(4, 4)}
	list[0].Customer.Name, list[1].Customer.Name = "Brandstetter", "Brandstetter Nord"
	list[1].Customer.Account, list[2].Customer.Account, list[3].Customer.Account = idOf(1), idOf(2), idOf(9)
	r := finished(t, october(), &l, Defaults(), list).Results(transform.Scope{})
	same(t, "the head", r.Row(idOf(1)).Group, "Brandstetter")
	same(t, "a house of it", r.Row(idOf(2)).Group, "Brandstetter")
	same(t, "a contact of the house", r.Row(idOf(3)).Group, "Brandstetter Nord")
	same(t, "of an account that is no customer", r.Row(idOf(4)).Group, "")
}
