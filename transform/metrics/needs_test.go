package metrics

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

func stating(n, ago int, question, answer, wave string) extract.Answer {
	return extract.Answer{Ref: ref("answer", n), At: noon(ago), Question: question, Answer: answer, Wave: wave}
}

func enquiring(n, ago int, interest, product string) extract.Enquiry {
	return extract.Enquiry{Ref: ref("enquiry", n), At: noon(ago), Interest: interest, Product: product, Stage: extract.StageNew, Channel: "web", Value: extract.Some(euros(50))}
}

// drinks is a product list of one category.
func drinks() transform.Ledger {
	return transform.Ledger{Products: []extract.Product{
		{Ref: extract.Ref{Source: "shop", ID: "C1"}, Name: "Espresso", Category: "Coffee"},
		{Ref: extract.Ref{Source: "shop", ID: "T1"}, Name: "Assam", Category: "Tea"},
	}}
}

// buying adds a line of a product to an order.
func buying(h *transform.History, i int, product string) {
	h.Orders[i].Lines = []extract.Line{{Ref: ref("line", i), Product: product, Quantity: extract.One, Net: extract.Some(euros(100))}}
}

func needsOf(t *testing.T, rules Rules, list ...transform.History) Needs {
	t.Helper()
	l := drinks()
	return finished(t, october(), &l, rules, list).Results(transform.Scope{}).Needs
}

func TestSharesAreOfThoseWhoAnswered(t *testing.T) {
	a, b, c, old := customer(1, 100), customer(2, 100), customer(3, 100), customer(4, 100)
	a.Answers = []extract.Answer{stating(1, 30, "Why?", "Price", "w2"), stating(2, 30, "Why?", "Range", "w2"), stating(3, 29, "Why?", "Price", "w2")}
	b.Answers = []extract.Answer{stating(4, 400, "Why?", "Range", "w1"), stating(5, 20, "Why?", "Price", "w2")}
	c.Answers = []extract.Answer{stating(6, 10, "What else?", "Ovens", "w2")}
	old.Answers = []extract.Answer{stating(7, 800, "Why?", "Price", "w0")}
	n := needsOf(t, Defaults(), a, b, c, old)
	same(t, "asked", n.Asked, 4)
	same(t, "fresh", n.Fresh, 3)
	q := n.Questions[0]
	same(t, "the question most answered first", q.Text, "Why?")
	same(t, "respondents, not answers", q.Respondents, 2)
	same(t, "too old to count", q.Stale, 1)
	same(t, "price", q.Answers[0].Said.Part, 2)
	same(t, "of", q.Answers[0].Said.Of, 2)
	same(t, "range, of the last round only", q.Answers[1].Said.Part, 1)
	same(t, "last round", q.Round, "w2")
	same(t, "range in the round before", q.Answers[1].Before.Part, 1)
	same(t, "of", q.Answers[1].Before.Of, 1)
}

func TestASegmentIsComparedWithAll(t *testing.T) {
	rules := Defaults()
	rules.MinSample = 2
	var list []transform.History
	for i := range 8 { // all four hotels want it, none of four schools
		h := customer(i, 100)
		h.Customer.Segment, h.Answers = "Hotels", []extract.Answer{stating(i, 9, "Need?", "Speed", "")}
		if i >= 4 {
			h.Customer.Segment, h.Answers[0].Answer = "Schools", "Price"
		}
		list = append(list, h)
	}
	q := needsOf(t, rules, list...).Questions[0]
	speed := q.Answers[1]
	same(t, "answer", speed.Name, "Speed")
	nearly(t, "index of hotels", speed.Types[0].Index, 200)
	nearly(t, "index of schools", speed.Types[1].Index, 0)
	same(t, "more than chance, beside all others", speed.Types[0].Apart.Stands, true)
	nearly(t, "apart", speed.Types[0].Apart.By, 1)
}

func TestNeedsAgeAndNameTheirSource(t *testing.T) {
	h := customer(1, 100)
	h.Answers = []extract.Answer{stating(1, 40, "Need?", "Speed", "")}
	row, _ := only(t, h, drinks(), Defaults())
	same(t, "need", row.TopNeed, "Speed")
	same(t, "source", row.NeedSource, "shop")
	same(t, "until", row.NeedUntil, (asOf - 40).AddMonths(24))
}

func TestWantedIsWhatWasNotBoughtSince(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*transform.History)
		want   string
	}{
		{"the product itself was bought", func(h *transform.History) {
			h.Enquiries = []extract.Enquiry{enquiring(1, 50, "", "C1")}
			buying(h, 0, "C1")
		}, ""},
		{"another one was", func(h *transform.History) {
			h.Enquiries = []extract.Enquiry{enquiring(1, 50, "", "C1")}
			buying(h, 0, "T1")
		}, "Espresso"},
		{"anything of the category asked for", func(h *transform.History) {
			h.Enquiries = []extract.Enquiry{enquiring(1, 50, "Coffee", "")}
			buying(h, 0, "C1")
		}, ""},
		{"bought before asking does not count", func(h *transform.History) {
			h.Enquiries = []extract.Enquiry{enquiring(1, 20, "Coffee", "")}
			buying(h, 0, "C1")
		}, "Coffee"},
		{"what is not on offer stays wanted", func(h *transform.History) {
			h.Enquiries = []extract.Enquiry{enquiring(1, 50, "Ovens", "")}
			buying(h, 0, "C1")
		}, "Ovens"},
		{"the newest wish goes first", func(h *transform.History) {
			h.Enquiries = []extract.Enquiry{enquiring(1, 50, "Ovens", ""), enquiring(2, 20, "Tea", "")}
		}, "Tea"},
		{"a wish stated in a questionnaire counts", func(h *transform.History) {
			h.Answers = []extract.Answer{stating(1, 9, "What else?", "Tea", "")}
		}, "Tea"},
		{"after two years it is forgotten", func(h *transform.History) { h.Enquiries = []extract.Enquiry{enquiring(1, 740, "Ovens", "")} }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := customer(1, 40)
			c.change(&h)
			row, _ := only(t, h, drinks(), Defaults())
			same(t, "wanted", row.Wanted, c.want)
		})
	}
}

func TestDemandIsCountedByCustomer(t *testing.T) {
	a, b, c := customer(1, 40), customer(2, 40), customer(3, 40)
	a.Customer.Consent = extract.ConsentGiven
	a.Enquiries = []extract.Enquiry{enquiring(1, 60, "Coffee", ""), enquiring(2, 55, "Ovens", ""), enquiring(3, 50, "Ovens", "")}
	buying(&a, 0, "C1") // 20 days after asking
	b.Enquiries = []extract.Enquiry{enquiring(4, 200, "Coffee", "")}
	buying(&b, 0, "C1") // 160 days after
	c.Answers = []extract.Answer{stating(5, 9, "What else?", "Ovens", "")}
	nobody := transform.History{Enquiries: []extract.Enquiry{enquiring(6, 30, "Ovens", "")}}
	known := customer(5)
	known.Enquiries = []extract.Enquiry{enquiring(7, 10, "Ovens", "")}
	n := needsOf(t, Defaults(), a, b, c, known, nobody)
	ovens, coffee := n.Demand[0], n.Demand[1]
	same(t, "not in range", ovens.Name, "Ovens")
	same(t, "in range", ovens.InRange, false)
	same(t, "enquiries", ovens.Enquiries, 4)
	same(t, "customers", ovens.Customers, 2)
	same(t, "known and never ordered", ovens.Prospects, 1)
	same(t, "nobody we know", ovens.Unknown, 1)
	same(t, "all who asked", ovens.Askers(), 4)
	same(t, "stated", ovens.Stated, 1)
	same(t, "not bought", ovens.NotBought, 3)
	same(t, "may be contacted", ovens.Contactable, 1)
	same(t, "open enquiries' value", ovens.Value, euros(200))
	same(t, "coffee is in range", coffee.InRange, true)
	same(t, "all have it", coffee.NotBought, 0)
	nearly(t, "within 30 days", coffee.Within30, .5)
	nearly(t, "within 90 days", coffee.Within90, .5)
}

func TestWhereRevenueNamesNoProductsNobodyKnowsWhatWasBought(t *testing.T) {
	rules := Defaults()
	rules.RevenueFrom = FromInvoices
	h := customer(1, 40)
	buying(&h, 0, "C1")
	h.Enquiries = []extract.Enquiry{enquiring(1, 60, "Coffee", "")}
	h.Invoices = []extract.Invoice{{Ref: ref("invoice", 1), At: noon(40), Type: extract.PlainInvoice, Status: extract.Valid, Net: euros(100)}}
	n := needsOf(t, rules, h)
	same(t, "an invoice of no order names no product", n.Traced, false)
	same(t, "so the share that bought is unknown", n.Demand[0].Within90.Known, false)
	h.Invoices[0].Order = h.Orders[0].ID
	n = needsOf(t, rules, h)
	same(t, "one of an order lends its lines", n.Traced, true)
	nearly(t, "bought after 20 days", n.Demand[0].Within90, 1)
}
