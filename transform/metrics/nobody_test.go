package metrics

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// Documents of nobody we know are those of many: what one of them asked for, another
// may have bought, and a visit to one is no visit to the other.
func TestDocumentsOfNobodyWeKnowSayNothingOfEachOther(t *testing.T) {
	ledger := transform.Ledger{Products: []extract.Product{product(1)}}
	wanted := ledger.Products[0].ID
	bought := order(1, 20, 100)
	bought.Lines = []extract.Line{{Ref: ref("line", 1), Product: wanted, Quantity: extract.One, Net: extract.Some(euros(100))}}
	asked := enquiry(1, 30, extract.StageContacted, "web", "")
	asked.Product = wanted
	h := transform.History{
		Orders: []transform.Order{bought}, Enquiries: []extract.Enquiry{asked},
		Activities: []extract.Activity{{Ref: ref("call", 1), At: noon(22), Type: extract.ActivityCall}},
	}
	r := finished(t, october(), &ledger, Defaults(), []transform.History{h}).Results(transform.Scope{})
	same(t, "the enquiry is still open", r.Prospects.Open, 1)
	if len(r.Prospects.Rows) == 1 {
		p := r.Prospects.Rows[0]
		same(t, "who asked is not known to have bought", p.Buyer, false)
		same(t, "nor to have been called", p.LastContact, 0)
	}
	same(t, "things asked for", len(r.Needs.Demand), 1)
	for _, d := range r.Needs.Demand {
		same(t, "in range", d.InRange, true)
		same(t, "whether they bought it is unknown", d.Within30.Known || d.Within90.Known, false)
	}
	same(t, "calls", r.Service.Now.Sales.Calls, 1)
	same(t, "whether an order followed is unknown", r.Service.Now.Sales.Followed.Of, 0)
	same(t, "nothing was sold by them", r.Service.Now.Sales.Revenue, 0)
}

func TestACallThatNamesAnEnquiryIsAContactWhoeverAsked(t *testing.T) {
	h := transform.History{
		Enquiries:  []extract.Enquiry{enquiry(1, 30, extract.StageNew, "web", "ovens"), enquiry(2, 30, extract.StageNew, "web", "ovens")},
		Activities: []extract.Activity{{Ref: ref("call", 1), At: noon(22), Type: extract.ActivityCall, Enquiry: ref("enquiry", 2).ID}},
	}
	r := finished(t, october(), &transform.Ledger{}, Defaults(), []transform.History{h}).Results(transform.Scope{})
	for _, p := range r.Prospects.Rows {
		same(t, p.ID, p.LastContact != 0, p.ID == ref("enquiry", 2).ID)
	}
}
