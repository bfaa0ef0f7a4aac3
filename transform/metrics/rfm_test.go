package metrics

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// The music shop's sample of 2,357 customers as published, calibration up to the end
// of September 1997 (P. S. Fader and B. G. S. Hardie, Interfaces 31, 2001): 1,411 never
// came back, 439 once, 507 more often.
func TestScoresOfAMusicShop(t *testing.T) {
	list := music(t)
	p := transform.Ending(extract.Date(1997, time.October, 1), transform.Monthly)
	set := finished(t, p, &transform.Ledger{}, Defaults(), list)

	var back []float64
	for _, l := range set.lives {
		back = append(back, float64(len(l.days)-1))
	}
	counts := map[string]int{}
	for i, rank := range model.Midranks(back) {
		counts[fmt.Sprintf("%d back, score %d", min(int(back[i]), 2), model.Fifth(rank))]++
	}
	for _, c := range []struct {
		name string
		want int
	}{{"0 back, score 2", 1411}, {"1 back, score 4", 439}, {"2 back, score 5", 507}} {
		same(t, "scored among all, customers of "+c.name, counts[c.name], c.want)
	}

	scores, once := map[int64]int{}, 0
	for _, l := range set.lives {
		if len(l.days) == 1 {
			once++
			same(t, "frequency of one order day", l.row.F, 1)
			continue
		}
		scores[l.row.F]++
	}
	same(t, "customers of one order day", once, 1411)
	// Among those who came back: once 439 of 946, twice 214, three times 100, more 193.
	for _, c := range []struct{ score, want int }{{1, 0}, {2, 439}, {3, 214}, {4, 100}, {5, 193}} {
		same(t, fmt.Sprint("of two order days and more, frequency ", c.score), scores[int64(c.score)], c.want)
	}
	var all int64
	for _, s := range set.Results(transform.Scope{}).RFM.Segments {
		all += s.Customers
	}
	same(t, "everybody is in one segment", all, 2357)
}

// drawn draws customers with many equal values, and rules of any kind.
func drawnToScore(t *rapid.T) ([]transform.History, Rules) {
	n := rapid.IntRange(1, 60).Draw(t, "customers")
	var list []transform.History
	for i := range n {
		ago := rapid.SliceOfN(rapid.SampledFrom([]int{3, 10, 40, 90, 200, 350, 500, 800}), 0, 6).Draw(t, "days ago")
		list = append(list, customer(i, ago...))
	}
	rules := Defaults()
	rules.Segments.Money = rapid.SampledFrom([]string{"", MoneyOrder, MoneyTotal}).Draw(t, "money")
	if rapid.Bool().Draw(t, "limits of recency") {
		rules.Segments.RecencyDays = []int{10, 60, 200, 400}
	}
	if rapid.Bool().Draw(t, "limits of order days") {
		rules.Segments.OrderDays = []int{2, 3, 4, 5}
	}
	if rapid.Bool().Draw(t, "limits of money") {
		rules.Segments.Amounts = []Money{euros(50), euros(100), euros(200), euros(500)}
	}
	return list, rules
}

func TestScoresKeepTiesAndOrderWhateverTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, rules := drawnToScore(t)
		set := finished(t, october(), &transform.Ledger{}, rules, list)
		segments := map[string]int64{}
		for _, x := range set.lives {
			ordered := len(x.days) > 0
			if r := x.row; ordered != (r.RFMSegment != "") || ordered != (r.R*r.F*r.M != 0) || r.R > 5 || r.F > 5 || r.M > 5 {
				t.Fatalf("%d order days: %s, scores %d %d %d", len(x.days), r.RFMSegment, r.R, r.F, r.M)
			}
			segments[x.row.RFMSegment] += one(ordered)
			for _, y := range set.lives {
				if (len(x.days) > 1) != (len(y.days) > 1) || len(x.days) == 0 || len(y.days) == 0 {
					continue // scored among others
				}
				later, earlier := x.row, y.row
				if later.Last < earlier.Last {
					continue
				}
				if later.R < earlier.R || later.Last == earlier.Last && later.R != earlier.R {
					t.Fatalf("last orders %v and %v score %d and %d", later.Last, earlier.Last, later.R, earlier.R)
				}
				if x.row.OrderDays >= y.row.OrderDays && x.row.F < y.row.F || x.row.OrderDays == y.row.OrderDays && x.row.F != y.row.F {
					t.Fatalf("%d and %d order days score %d and %d", x.row.OrderDays, y.row.OrderDays, x.row.F, y.row.F)
				}
				if a, b := rules.Segments.money(x), rules.Segments.money(y); a >= b && x.row.M < y.row.M || a == b && x.row.M != y.row.M {
					t.Fatalf("money %v and %v scores %d and %d", a, b, x.row.M, y.row.M)
				}
			}
		}
		for _, s := range set.Results(transform.Scope{}).RFM.Segments {
			if s.Customers != segments[s.Name] {
				t.Fatalf("%d customers in %s, want %d", s.Customers, s.Name, segments[s.Name])
			}
			delete(segments, s.Name)
		}
		for name, n := range segments {
			if n > 0 {
				t.Fatalf("%d customers in %q, which is no segment", n, name)
			}
		}
	})
}

func TestScoresDoNotHangOnTheOrderOfCustomers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, rules := drawnToScore(t)
		turned := slices.Clone(list)
		d := rand.New(rand.NewPCG(1, uint64(len(list))))
		d.Shuffle(len(turned), func(i, k int) { turned[i], turned[k] = turned[k], turned[i] })
		a := finished(t, october(), &transform.Ledger{}, rules, list).Results(transform.Scope{})
		b := finished(t, october(), &transform.Ledger{}, rules, turned).Results(transform.Scope{})
		for i, r := range a.Rows {
			if o := b.Rows[i]; r.RFM != o.RFM || r.RFMSegment != o.RFMSegment {
				t.Fatalf("%s: %s %s, in another order %s %s", r.ID, r.RFM, r.RFMSegment, o.RFM, o.RFMSegment)
			}
		}
	})
}

func TestLimitsOfScores(t *testing.T) {
	for _, c := range []struct {
		v           int
		most, least int64
	}{{0, 5, 1}, {29, 5, 1}, {30, 5, 2}, {31, 4, 2}, {60, 4, 3}, {119, 3, 3}, {240, 2, 5}, {241, 1, 5}} {
		limits := []int{30, 60, 120, 240}
		same(t, fmt.Sprint(c.v, ", less is better"), atMost(limits, c.v), c.most)
		same(t, fmt.Sprint(c.v, ", more is better"), atLeast(limits, c.v), c.least)
	}
}

func TestMoneyIsTheMeanOrderOrEverythingSpent(t *testing.T) {
	spender := func(n int, each float64, ago ...int) transform.History {
		h := customer(n, ago...)
		for i := range h.Orders {
			h.Orders[i].Net = extract.Some(euros(each))
		}
		return h
	}
	list := []transform.History{spender(1, 100, 10, 20), spender(2, 60, 10, 20, 30, 40)}
	limits := []Money{euros(50), euros(90), euros(200), euros(230)}
	for _, c := range []struct {
		money       string
		first, next int64
	}{{"", 3, 2}, {MoneyOrder, 3, 2}, {MoneyTotal, 4, 5}} {
		rules := Defaults()
		rules.Segments = SegmentRules{Money: c.money, Amounts: limits}
		r := finished(t, october(), &transform.Ledger{}, rules, list).Results(transform.Scope{})
		same(t, c.money+": two orders of 100", r.Row(idOf(1)).M, c.first)
		same(t, c.money+": four orders of 60", r.Row(idOf(2)).M, c.next)
	}
}

func TestLimitsOfTheCompanyGoBeforeRanksAndBeforeAHandful(t *testing.T) {
	rules := Defaults()
	rules.Segments = SegmentRules{RecencyDays: []int{10, 20, 30, 40}, OrderDays: []int{2, 3, 4, 5}}
	r := finished(t, october(), &transform.Ledger{}, rules, []transform.History{customer(1, 25, 100, 200), customer(2, 41)}).Results(transform.Scope{})
	same(t, "silent for 25 days, three order days", fmt.Sprint(r.Row(idOf(1)).R, r.Row(idOf(1)).F), "3 3")
	same(t, "segment", r.Row(idOf(1)).RFMSegment, NeedsAttention)
	same(t, "one order 41 days ago", r.Row(idOf(2)).RFMSegment, LostCustomers)
	same(t, "the sheet need not excuse fixed limits", r.RFM.ByLimits, false)
}

func TestRulesOfSegmentsThatMakeNoSense(t *testing.T) {
	for name, rules := range map[string]SegmentRules{
		"three limits":        {RecencyDays: []int{1, 2, 3}},
		"limits that fall":    {OrderDays: []int{5, 4, 3, 2}},
		"money by no word":    {Money: "profit"},
		"amounts of disorder": {Amounts: []Money{1, 3, 2, 4}},
	} {
		all := Defaults()
		all.Segments = rules
		if all.Check() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

func TestSegmentsOfAYearAgo(t *testing.T) {
	rules := Defaults()
	rules.Segments = SegmentRules{RecencyDays: []int{30, 60, 120, 240}, OrderDays: []int{2, 3, 4, 5}}
	list := []transform.History{
		customer(1, 375, 400, 430, 460, 10), // five order days now, four a year ago, on both days fresh
		customer(2, 370),                    // new then, lost now
		customer(3, 12),                     // had not ordered
		customer(4),                         // never did
	}
	moves := finished(t, october(), &transform.Ledger{}, rules, list).Results(transform.Scope{}).RFM.Moves
	want := []Move{
		{From: Champions, To: Champions, Customers: 1, Revenue: euros(100), Before: euros(400)},
		{From: NewCustomers, To: LostCustomers, Customers: 1, Before: euros(100)},
		{From: "", To: NewCustomers, Customers: 1, Revenue: euros(100)},
	}
	if !slices.Equal(moves, want) {
		t.Errorf("%+v, want %+v", moves, want)
	}
}
