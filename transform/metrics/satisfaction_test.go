package metrics

import (
	"math"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// asked returns a survey about a channel, answered so many days ago.
func asked(n int, kind, channel string, ago int, score int64) extract.Survey {
	high := minutes(5).Value
	if kind == extract.NPS {
		high = minutes(10).Value
	}
	low := extract.One
	if kind == extract.NPS {
		low = 0
	}
	return extract.Survey{
		Ref: ref("survey", n), Type: kind, Channel: channel, Invited: noon(ago + 1), Answered: noon(ago),
		Score: minutes(score), Lowest: low, Highest: high,
	}
}

// surveyed measures customers with one order each and the surveys given.
func surveyed(t *testing.T, rules Rules, surveys ...[]extract.Survey) Satisfaction {
	t.Helper()
	var list []transform.History
	for i, s := range surveys {
		h := customer(i+1, 500, 100)
		h.Surveys = s
		list = append(list, h)
	}
	return finished(t, october(), &transform.Ledger{}, rules, list).Results(transform.Scope{}).Satisfaction
}

func TestOneAnswerOfACustomerCounts(t *testing.T) {
	v := surveyed(t, Defaults(),
		[]extract.Survey{asked(1, extract.CSAT, "shop", 90, 1), asked(2, extract.CSAT, "shop", 9, 5), asked(3, extract.CSAT, "phone", 50, 2)},
		[]extract.Survey{asked(4, extract.CSAT, "shop", 20, 4)},
		[]extract.Survey{{Ref: ref("survey", 5), Type: extract.CSAT, Channel: "shop", Invited: noon(8)}},
	)
	same(t, "invitations", v.Invited, 5)
	same(t, "answers", v.Answered.Part, 4)
	same(t, "customers", v.Mean.N, 2)
	nearly(t, "mean of the last answers", v.Mean.Mean, 4.5)
	same(t, "best two", v.Top.Part, 2)
	same(t, "channels", len(v.Channels), 2)
	phone, shop := v.Channels[0], v.Channels[1]
	same(t, "phone", phone.Channel, "phone")
	same(t, "a customer speaks of each channel", phone.Mean.N+shop.Mean.N, 3)
	same(t, "invited about the shop", shop.Invited, 4)
	same(t, "answered about it", shop.Answered.Part, 3)
	nearly(t, "with the last answer about it", shop.Mean.Mean, 4.5)
	same(t, "too few to test", shop.Change.P.Known || shop.Apart.P.Known, false)
}

func TestTheDirectionOfEffortIsDeclared(t *testing.T) {
	effort := func(n int, lowGood bool) extract.Survey {
		return extract.Survey{Ref: ref("survey", n), Type: extract.CES, Answered: noon(5), Score: minutes(2), Lowest: extract.One, Highest: minutes(7).Value, LowGood: lowGood}
	}
	low := surveyed(t, Defaults(), []extract.Survey{effort(1, true)})
	nearly(t, "2 of 7 is easy where low is good", low.Kinds[0].Mean.Mean, 1+4*5./6)
	same(t, "declared", low.Kinds[0].LowGood, true)
	same(t, "scale", low.Kinds[0].Highest, minutes(7).Value)
	high := surveyed(t, Defaults(), []extract.Survey{effort(1, false)})
	nearly(t, "and hard where high is", high.Kinds[0].Mean.Mean, 1+4*1./6)
	both := surveyed(t, Defaults(), []extract.Survey{effort(1, true)}, []extract.Survey{effort(2, false)})
	same(t, "two directions are named", both.Kinds[0].Mixed, true)
}

func TestAChangeIsTestedAndCorrectedForManyCells(t *testing.T) {
	rules := Defaults()
	var surveys [][]extract.Survey
	n := 0
	for i := range 12 {
		s := []extract.Survey{asked(n, extract.CSAT, "fallen", 500, int64(4+i%2)), asked(n+1, extract.CSAT, "fallen", 50, int64(2+i%2)), asked(n+2, extract.CSAT, "steady", 500, int64(3+i%2)), asked(n+3, extract.CSAT, "steady", 50, int64(3+i%2))}
		surveys = append(surveys, s)
		n += 4
	}
	v := surveyed(t, rules, surveys...)
	fallen, steady := v.Channels[0], v.Channels[1]
	nearly(t, "change", fallen.Change.By, -2)
	same(t, "it stands", fallen.Change.Stands, true)
	nearly(t, "no change", steady.Change.By, 0)
	same(t, "it does not stand", steady.Change.Stands, false)
	nearly(t, "lower than the rest", fallen.Apart.By, -1)
	same(t, "that stands", fallen.Apart.Stands, true)
}

func TestManyTestsAskForMore(t *testing.T) {
	at := func(p float64) *Change { return &Change{P: decimal(p)} }
	tests := []*Change{at(.03), {}, at(.04), at(.9)}
	stand(tests)
	for i, c := range tests {
		if c.Stands {
			t.Errorf("test %d of p %v stands among three", i, c.P)
		}
	}
	alone := []*Change{at(.03), {}}
	stand(alone)
	same(t, "alone it stands", alone[0].Stands, true)
}

func TestAnswersAreToldApartByWhatCameBefore(t *testing.T) {
	ticket := func(ago int, topic string) extract.Ticket {
		return extract.Ticket{Ref: ref("ticket", ago), Topic: topic, Opened: noon(ago), Closed: noon(ago - 1)}
	}
	for _, c := range []struct {
		name    string
		tickets []extract.Ticket
		want    string
	}{
		{"nothing before is unprompted", nil, Unprompted},
		{"a question the day before prompts", []extract.Ticket{ticket(12, extract.TopicQuestion)}, AfterContact},
		{"a complaint goes first", []extract.Ticket{ticket(14, extract.TopicComplaint), ticket(12, extract.TopicQuestion)}, AfterComplaint},
		{"one closed long before does not", []extract.Ticket{ticket(27, extract.TopicComplaint)}, Unprompted},
		{"one that comes later does not", []extract.Ticket{ticket(9, extract.TopicComplaint)}, Unprompted},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := customer(1, 100)
			h.Surveys, h.Tickets = []extract.Survey{asked(1, extract.CSAT, "phone", 10, 4)}, c.tickets
			_, r := only(t, h, transform.Ledger{}, Defaults())
			same(t, "origins", len(r.Satisfaction.Origins), 1)
			same(t, "origin", r.Satisfaction.Origins[0].Name, c.want)
		})
	}
}

func TestWhoAnswersIsSetBesideWhoBuys(t *testing.T) {
	rules := Defaults()
	rules.MinSample = 1
	var list []transform.History
	for i := range 8 { // three hotels, all answer 5; five schools, one answers 1
		h := customer(i, 100)
		h.Customer.Segment = "Schools"
		s := asked(i, extract.CSAT, "shop", 9, 1)
		if i < 3 {
			h.Customer.Segment, s.Score = "Hotels", minutes(5)
		}
		if i > 3 {
			s.Answered, s.Score = 0, extract.Opt[extract.Decimal]{}
		}
		h.Surveys = []extract.Survey{s}
		list = append(list, h)
	}
	v := finished(t, october(), &transform.Ledger{}, rules, list).Results(transform.Scope{}).Satisfaction
	nearly(t, "mean of who answered", v.Mean.Mean, 4)
	nearly(t, "as if all types had answered alike", v.Weighted, (5*1+3*5)/8.)
	same(t, "schools", v.Mix[0].Name, "Schools")
	same(t, "asked", v.Mix[0].Invited, 5)
	same(t, "answered", v.Mix[0].Answered.Part, 1)
	// 3 of 3 against 1 of 5, expected 1.5 and 2.5: chi² = 1.5²·(1/1.5+1/1.5+1/2.5+1/2.5) = 4.8.
	nearly(t, "chance", v.MixP, math.Erfc(math.Sqrt(4.8/2)))
}

func TestAnswersOfTheYearBeforeAreFollowedUp(t *testing.T) {
	var list []transform.History
	for i, score := range []int64{10, 9, 7, 3, 3, 0} {
		h := customer(i+1, 700, 500, 400, 100)
		if i >= 4 { // two detractors never came back
			h = customer(i+1, 700, 500, 400)
		}
		h.Surveys = []extract.Survey{asked(i, extract.NPS, "mail", 450, score)}
		list = append(list, h)
	}
	v := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{}).Satisfaction
	for i, want := range []struct {
		class    string
		lost, of int64
		revenue  Money
	}{
		{Promoter, 0, 2, euros(200)},
		{Passive, 0, 1, euros(100)},
		{Detractor, 2, 3, euros(100)},
	} {
		o := v.Outcomes[i]
		same(t, "class", o.Class, want.class)
		same(t, "lost", o.Lost.Part, want.lost)
		same(t, "of", o.Lost.Of, want.of)
		same(t, "revenue", o.Revenue, want.revenue)
	}
	same(t, "by", v.OutcomeBy, extract.NPS)
}

func TestWhereInvitationsAreNotRecordedTheResponseIsUnknown(t *testing.T) {
	unasked := func(n int, invited bool) []extract.Survey {
		s := asked(n, extract.CSAT, "shop", 20, 4)
		if !invited {
			s.Invited = 0
		}
		return []extract.Survey{s}
	}
	v := surveyed(t, Defaults(), unasked(1, false), unasked(2, false))
	same(t, "answers count", v.Mean.N, 2)
	same(t, "nobody was invited as far as we know", v.Invited, 0)
	for what, r := range map[string]Rate{"of all": v.Answered, "of the kind": v.Kinds[0].Answered, "of the channel": v.Channels[0].Answered, "by origin": v.Origins[0].Answered, "by type": v.Mix[0].Answered} {
		same(t, "response "+what, r.Share().Known, false)
	}
	same(t, "who answered is still told by type", v.Mix[0].Answers, 2)
	v = surveyed(t, Defaults(), unasked(1, false), unasked(2, true), []extract.Survey{{Ref: ref("survey", 5), Type: extract.CSAT, Channel: "shop", Invited: noon(8)}})
	same(t, "the response is of recorded invitations", v.Answered.Part*10+v.Answered.Of, 12)
}
