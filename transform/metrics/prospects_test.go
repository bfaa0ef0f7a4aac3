package metrics

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

func enquiry(n, ago int, stage, channel, interest string) extract.Enquiry {
	return extract.Enquiry{Ref: ref("enquiry", n), At: noon(ago), Stage: stage, Channel: channel, Interest: interest, Value: extract.Some(euros(100))}
}

// Of all 20 decided, 5 were won; of the fair's 10, 5; of the fair's ovens 10, all those.
func TestTheChanceOfAnEnquiryIsSharedByChannelAndInterest(t *testing.T) {
	h := customer(1)
	for i := range 20 {
		channel, stage := "web", extract.StageLost
		if i < 10 {
			channel = "fair"
		}
		if i < 5 {
			stage = extract.StageWon
		}
		h.Enquiries = append(h.Enquiries, enquiry(i, 100, stage, channel, "ovens"))
	}
	h.Enquiries = append(h.Enquiries, enquiry(30, 9, extract.StageQuoted, "fair", "ovens"), enquiry(31, 9, extract.StageQuoted, "letter", "cups"))
	_, r := only(t, h, transform.Ledger{}, Defaults())
	chances := map[string]extract.Opt[extract.Decimal]{}
	for _, p := range r.Prospects.Rows {
		chances[p.Channel] = p.Chance
	}
	channel := (5 + 10*.25) / (10 + 10) // five of ten, and as if ten more at the share of all
	same(t, "channel and interest", chances["fair"], decimal((5+10*channel)/(10+10)))
	same(t, "nothing decided: the share of all", chances["letter"], decimal(.25))
	same(t, "they would join as", r.Prospects.Rows[0].Segment, NewCustomers)
}

func TestRepliesAreTimedByTheFirstAnswerOrActivity(t *testing.T) {
	h := customer(1)
	h.Enquiries = []extract.Enquiry{
		enquiry(1, 50, extract.StageContacted, "web", "a"), enquiry(2, 50, extract.StageNew, "web", "b"),
		enquiry(3, 50, extract.StageNew, "web", "c"), enquiry(4, 50, extract.StageQuoted, "web", "d"), enquiry(5, 500, extract.StageNew, "web", "e"),
	}
	h.Enquiries[0].Answered = h.Enquiries[0].At + 10*3_600_000_000
	h.Activities = []extract.Activity{
		{Ref: ref("lead", 1), At: noon(50), Type: extract.ActivityLead, Enquiry: ref("enquiry", 2).ID}, // handing it over is no answer
		{Ref: ref("call", 1), At: noon(48), Type: extract.ActivityCall, Enquiry: ref("enquiry", 2).ID},
	}
	_, r := only(t, h, transform.Ledger{}, Defaults())
	p := r.Prospects
	same(t, "10 and 48 hours, one waits: the median", p.FirstReply, decimal(48))
	same(t, "too many wait to say when nine of ten have an answer", p.SlowReply.Known, false)
	same(t, "within a day, of those answered at a known moment or older", [2]int64{p.WithinDay.Part, p.WithinDay.Of}, [2]int64{1, 3})
	same(t, "a quote answers, nobody knows when; last year's is not asked about", [2]int64{p.Never.Part, p.Never.Of}, [2]int64{1, 4})
}

func TestAScopeIsShownBesideTheCompany(t *testing.T) {
	north, south := customer(1, 10, 20), customer(2, 10)
	north.Customer.Territory, south.Customer.Territory = "North", "South"
	south.Customer.Rep = "Ben Bell"
	s := finished(t, october(), &transform.Ledger{}, Defaults(), []transform.History{north, south})
	o := s.Results(transform.Scope{Territory: "North"}).Overview
	same(t, "its own territory only", len(o.Territories), 1)
	same(t, "and the company", o.Whole[0].Revenue, euros(300))
	same(t, "which names no other rep", len(o.Whole[0].Reps), 0)
	same(t, "the company's own workbook needs no such line", len(s.Results(transform.Scope{}).Overview.Whole), 0)
}

func TestTheCommissionBaseSetsNoLossOff(t *testing.T) {
	earning, losing := customer(1, 10), customer(2, 10)
	for i, cost := range []float64{60, 130} {
		h := []*transform.History{&earning, &losing}[i]
		h.Customer.Territory = "North"
		h.Orders[0].Lines = []extract.Line{{Ref: ref("line", i), Quantity: extract.One, Net: extract.Some(euros(100)), Cost: extract.Some(euros(cost))}}
	}
	r := finished(t, october(), &transform.Ledger{}, Defaults(), []transform.History{earning, losing}).Results(transform.Scope{})
	same(t, "net profit", r.Overview.Territories[0].Net, euros(10))
	same(t, "commission base", r.Overview.Territories[0].Commission, euros(40))
}

func TestWhoHasOnlyAskedBelongsToTheTerritoryOfTheirNewestEnquiry(t *testing.T) {
	h := customer(1)
	h.Enquiries = []extract.Enquiry{enquiry(1, 50, extract.StageNew, "web", "a"), enquiry(2, 9, extract.StageNew, "web", "b"), enquiry(3, -1, extract.StageNew, "web", "c")}
	for i, place := range []string{"North", "South", "East"} {
		h.Enquiries[i].Territory, h.Enquiries[i].Rep = place, "7"
	}
	l := transform.Ledger{Reps: []extract.Rep{{Ref: extract.Ref{ID: "7"}, Name: "Ben Bell"}}}
	row, _ := only(t, h, l, Defaults())
	same(t, "the newest before the as-of day", row.Territory+" "+row.Rep, "South Ben Bell")
	h.Customer.Territory = "West"
	row, _ = only(t, h, l, Defaults())
	same(t, "their own goes first", row.Territory+row.Rep, "West")
}
