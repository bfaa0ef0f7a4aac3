package pages

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// handful is a company of twelve customers: too few to learn who leaves, and nothing they
// asked for was decided. One was credited more than they bought, one bought once, two
// owe on invoices they paid in part.
func handful(t testing.TB, costs bool) *metrics.Set {
	t.Helper()
	all := histories(5)[:12]
	for i := range all {
		h := &all[i]
		h.Contacts, h.Surveys, h.Answers, h.Enquiries = nil, nil, nil, quotes(i)
		for k := range h.Orders {
			for j := range h.Orders[k].Lines {
				if !costs {
					h.Orders[k].Lines[j].Cost = extract.Opt[Money]{}
				}
			}
		}
	}
	all[5].Orders = all[5].Orders[len(all[5].Orders)-1:]
	all[3].Invoices = []extract.Invoice{{
		Ref: ref("credit", 3), Type: extract.CreditNote, At: at(extract.Date(2026, 5, 4)), Status: extract.Valid, Net: -euros(90_000), Tax: extract.Some(Money(0)),
	}}
	for _, i := range []int{1, 9} {
		all[i].Invoices = append(all[i].Invoices, extract.Invoice{
			Ref: ref("invoice", i), Type: extract.PlainInvoice, At: at(extract.Date(2026, 10, 1)), Due: extract.Date(2026, 11, 1), Status: extract.Valid, Net: euros(70), Tax: extract.Some(euros(7)),
		})
		all[i].Payments = []extract.Payment{{Ref: ref("paid", i), Invoice: ref("invoice", i).ID, At: at(extract.Date(2026, 10, 20)), Amount: euros(int64(10 + i))}}
	}
	l := ledger()
	l.Targets, l.Campaigns = nil, nil
	if !costs {
		l.Costs = nil
	}
	return finishedBy(t, metrics.Defaults(), l, all...)
}

// quotes are what customer i asked for: answered or not, with a value or without, lately
// or long ago.
func quotes(i int) []extract.Enquiry {
	day := extract.Date(2026, 9, 1)
	e := extract.Enquiry{Ref: ref("quote", i), At: at(day), Answered: at(day + 1), Interest: fmt.Sprintf("Oven %d", i), Stage: extract.StageQuoted, Value: extract.Some(euros(int64(100 + i))), Consent: "unknown"}
	switch i % 5 {
	case 1:
		e.At, e.Answered = at(day-500), at(day-499)
	case 2:
		e.Answered, e.Stage = 0, extract.StageNew
	case 3:
		e.Answered, e.Stage, e.Value = 0, extract.StageNew, extract.Opt[Money]{}
	case 4:
		e.Stage = extract.StageContacted
	}
	return []extract.Enquiry{e}
}

// inEveryHandful runs a test on a handful of customers, with known costs and without, and
// on every scope of it.
func inEveryHandful(t *testing.T, test func(Input)) {
	t.Helper()
	for _, costs := range []bool{true, false} {
		set := handful(t, costs)
		for _, s := range scopesThere(set) {
			in := input(set.Results(s))
			if b := open(in); !b.unweighed() || !b.unweighedMarketing() {
				t.Fatalf("%s: a chance is known: risk %v, enquiries %v, second orders %v", s.Name(), b.judged(), b.scored(), b.seconds)
			}
			test(in)
		}
	}
}

// allSales are all actions sales could be asked for.
func (b *book) allSales(taken map[transform.CustomerID]bool) []reports.Action {
	if b.unweighed() {
		return b.salesStakes()
	}
	return b.salesDeeds(taken)
}

// allMarketing are all actions marketing could be asked for.
func (b *book) allMarketing() []reports.Action {
	if b.unweighedMarketing() {
		return b.marketingStakes()
	}
	return append(b.marketingDeeds(), b.marketingActions()...)
}

// valuesOf adds up the first lines of Pipeline with a next step and so many days of waiting.
func valuesOf(step string, waiting func(float64) bool) worthRule {
	return func(t *testing.T, b *book, p reports.Page, _ reports.Action, _ map[string]bool) (total float64) {
		n := talksAWeek
		eachLine(p.Sheet().Grids()[0], func(cell func(string) reports.Value) {
			if n > 0 && cell("Next step").Text == step && waiting(cell("Waiting, days").Number) {
				total, n = total+filled(cell("Value")), n-1
			}
		})
		return total
	}
}

// fallenOf adds up what the first accounts bought less, at most their revenue last year,
// but of those whose reason is a credit note alone.
func fallenOf(t *testing.T, b *book, p reports.Page, _ reports.Action, called map[string]bool) (total float64) {
	n := talksAWeek
	eachLine(p.Sheet().Grids()[0], func(cell func(string) reports.Value) {
		name, less := cell("Customer").Text, math.Min(-filled(cell("Change")), filled(cell("Revenue last year")))
		falls := slices.Contains([]string{"Lost", "Falling"}, cell("Direction").Text)
		if n > 0 && falls && less > 0 && !called[name] && !strings.HasSuffix(cell("Likely reason").Text, "bought no less") {
			total, n, called[name] = total+less, n-1, true
		}
	})
	return total
}

// lostOf adds up the two years of the customers whose status is Lost.
func lostOf(t *testing.T, b *book, p reports.Page, _ reports.Action, called map[string]bool) (total float64) {
	eachLine(p.Sheet().Grids()[0], func(cell func(string) reports.Value) {
		name, both := cell("Customer").Text, filled(cell("Revenue"))+filled(cell("Revenue last year"))
		if cell("Status").Text == "Lost" && both > 0 && !called[name] {
			total, called[name] = total+both, true
		}
	})
	return total
}

// onceOf adds up the revenue of active customers on the step Purchase.
func onceOf(t *testing.T, b *book, p reports.Page, _ reports.Action, called map[string]bool) (total float64) {
	eachLine(p.Sheet().Grids()[0], func(cell func(string) reports.Value) {
		if cell("Status").Text == "Active" && cell("Loyalty step").Text == metrics.Purchase && !called[cell("Customer").Text] {
			total += max(0, filled(cell("Revenue")))
		}
	})
	return total
}

func TestWhereNoChanceIsKnownActionsAreWorthTheMoneyAtStakeAndSaySo(t *testing.T) {
	inEveryHandful(t, func(in Input) {
		for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
			o := wb.Overview
			if o.ActionsBasis != "At stake, chance not known, ¤" {
				t.Errorf("%s: the head over the worth is %q", wb.Name, o.ActionsBasis)
			}
			for i, a := range o.Actions {
				if !a.Worth.Known {
					continue
				}
				if !strings.Contains(a.Why, "at stake") && !strings.Contains(a.Why, "At stake") && !strings.HasPrefix(a.Key, "fix_") && !strings.HasPrefix(a.Key, "close_") {
					t.Errorf("%s: %q does not say what its money is", wb.Name, a.Why)
				}
				if i > 0 && a.Worth.Amount > o.Actions[i-1].Worth.Amount {
					t.Errorf("%s: %q stands behind what is worth less", wb.Name, a.Do)
				}
				if w := Letter(in, wb).Actions[i].Worth; !strings.HasSuffix(w, "at stake") {
					t.Errorf("%s: the mail says %q", wb.Name, w)
				}
			}
		}
	})
	whole := input(handful(t, false).Results(transform.Scope{}))
	for _, wb := range []reports.Workbook{Sales(whole), Marketing(whole)} {
		if n := len(wb.Overview.Actions); n != mostActions {
			t.Errorf("%s has %d actions", wb.Name, n)
		}
	}
}

func TestWhoFellByACreditNoteAloneIsNotAskedWhyTheyBuyLess(t *testing.T) {
	fell := func(before, bought, credited int64) row {
		f := &transform.Figures{}
		f.RevenueBefore, f.Revenue, f.Credited = euros(before), euros(bought-credited), euros(credited)
		return f
	}
	for _, c := range []struct {
		r    row
		want int64
	}{
		{fell(500, 200, 0), 300},
		{fell(500, 500, 100), 0},
		{fell(500, 600, 1_000), 0},
		{fell(500, 25, 1_000), 500},
		{fell(500, 450, 20), 70},
		{fell(-10, 0, 0), 0},
		{fell(100, 300, 0), 0},
	} {
		if got := boughtLess(c.r); got != euros(c.want) {
			t.Errorf("before %v, now %v, credited %v: bought %v less, want %d", c.r.RevenueBefore, c.r.Revenue, c.r.Credited, got, c.want)
		}
	}
}

func TestMoreQuotesThanAWeekHoldsAreTakenUpFromTheTop(t *testing.T) {
	var rows []prospect
	for i := range 30 {
		rows = append(rows, prospect{Stage: extract.StageQuoted, Enquiries: 1, Waiting: 5, Value: extract.Some(euros(int64(100 - i)))})
	}
	b := over(func(r *metrics.Results) { r.Prospects.Rows = rows })
	a := b.salesActions()[0]
	same(t, a.Do+": "+b.money(Money(a.Worth.Amount)), "Follow up the first 20 quotes of the last 12 months: € 1,810")
	b.r.Prospects.Rows = rows[:1]
	same(t, b.salesActions()[0].Do, "Follow up 1 quote of the last 12 months")
}

func TestWhatCreditNotesDidIsSaidOnMoversAndAboveRevenueBelowZero(t *testing.T) {
	fell := func(before, now, credited int64) row {
		f := &transform.Figures{}
		f.Move, f.RevenueBefore, f.Revenue, f.Credited = transform.MoveDeclining, euros(before), euros(now), euros(credited)
		return f
	}
	b := over(func(*metrics.Results) {})
	same(t, b.moverReason(fell(525, -975, 1_000)), "Credit notes of € 1,000, more than they bought")
	same(t, b.moverReason(fell(525, 500, 100)), "Credit notes of € 100; bought no less")
	same(t, moverStep(fell(525, -975, 1_000)), "Settle what was credited, then sell again")
	same(t, moverStep(fell(525, 400, 0)), "Visit; go through what they no longer buy")
	b.rows = []row{fell(525, -975, 1_000)}
	same(t, b.creditedWords(-1), ": customers were credited € 1,000")
	same(t, b.creditedWords(1), "")
}

func TestActionsOfTheCustomerFileAddUpOnlyWhoIsListedThere(t *testing.T) {
	said := 0
	inEveryHandful(t, func(in Input) {
		if b := open(in); b.winBack(map[transform.CustomerID]bool{}, true).Do != "" || b.moreOrders(map[transform.CustomerID]bool{}, true).Do != "" {
			said++
		}
		for _, marketing := range []bool{false, true} {
			b := open(in)
			b.fileRows = map[bool]int{marketing: 0, !marketing: len(b.rows)} // nobody has room
			taken := map[transform.CustomerID]bool{}
			for _, a := range []reports.Action{b.winBack(taken, marketing), b.moreOrders(taken, marketing), b.secondOrders(marketing)} {
				if a.Do != "" {
					t.Errorf("the file lists nobody, and yet: %s, %v", a.Do, a.Worth.Amount)
				}
			}
			if a := b.collect(); !marketing && a.Do != "" {
				t.Errorf("the file lists nobody, and yet: %s", a.Do)
			}
		}
	})
	if said == 0 {
		t.Error("nobody of the customer file is taken up where all have room")
	}
}
