package metrics

import (
	"bytes"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/transform"
)

// somePeriod draws a month, a week or a month so far, so that windows begin inside
// months too.
func somePeriod(t *rapid.T) transform.Period {
	day := asOf - Day(rapid.IntRange(0, 40).Draw(t, "as of"))
	return transform.Ending(day, rapid.SampledFrom([]string{transform.Monthly, transform.Weekly}).Draw(t, "kind"))
}

func someRules(t *rapid.T) Rules {
	r := Defaults()
	r.RevenueFrom = rapid.SampledFrom([]string{FromOrders, FromInvoices}).Draw(t, "revenue from")
	r.MinorPlaces = rapid.SampledFrom([]int{0, 2, 4}).Draw(t, "places")
	r.LapsedAfter = rapid.SampledFrom([]int{31, 60, 180, 400}).Draw(t, "lapsed after")
	r.MinSample = 2
	r.Initiatives = []Initiative{
		{Theme: "late", Wording: "a", Chance: .5, Cost: 3 * extract.Unit, Started: asOf - 100, Segment: "Hotels"},
		{Theme: "ovens", Wording: "b", Want: "want", Chance: .7, Monthly: extract.Unit},
	}
	if rapid.Bool().Draw(t, "times given") {
		r.Times = []TimeEquation{{Of: AnOrder, Each: 7 * extract.One, Line: extract.One, First: 3 * extract.One}, {Of: ADelivery, Each: 12 * extract.One}, {Of: AReturn, Each: 9 * extract.One}}
		r.Practical = extract.One * 82 / 100
	}
	return r
}

func TestEveryIdentityHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := finished(t, somePeriod(t), someLedger(t), someRules(t), someHistories(t))
		for _, scope := range []transform.Scope{{}, {Territory: "North"}, {Territory: transform.Unplaced}} {
			r := s.Results(scope)
			for _, c := range r.Checks {
				if !c.Passed {
					t.Errorf("%q: %s: %s, found %s", scope.Name(), c.Name, c.Expected, c.Found)
				}
			}
		}
	})
}

func TestNothingDependsOnHowCustomersWereDivided(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, ledger, rules, list := somePeriod(t), someLedger(t), someRules(t), someHistories(t)
		want := finished(t, p, ledger, rules, list).Results(transform.Scope{})
		order := rapid.Permutation(list).Draw(t, "order")
		cut := rapid.IntRange(0, len(order)).Draw(t, "cut")
		whole := New(p, ledger, rules)
		a, b := whole.Part(), whole.Part()
		var both sync.WaitGroup
		both.Go(func() { addAll(a, order[:cut]) })
		both.Go(func() { addAll(b, order[cut:]) })
		both.Wait()
		whole.Merge(b)
		whole.Merge(a)
		if err := whole.Finish(); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, whole.Results(transform.Scope{})); d != "" {
			t.Fatal(d)
		}
	})
}

func addAll(s *Set, list []transform.History) {
	for i := range list {
		if err := s.Add(&list[i]); err != nil {
			panic(err)
		}
	}
}

func TestResultsComeBackAsTheyWereStored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := finished(t, somePeriod(t), someLedger(t), someRules(t), someHistories(t))
		rows := s.Results(transform.Scope{}).Rows
		for _, scope := range []transform.Scope{{}, {Territory: "South"}} {
			want := s.Results(scope)
			blobs, err := want.Marshal()
			if err != nil {
				t.Fatal(err)
			}
			got, err := Load(blobs, rows)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Fatal(d)
			}
			again, _ := got.Marshal()
			for i := range blobs {
				if blobs[i].Name != again[i].Name || !bytes.Equal(blobs[i].Body, again[i].Body) {
					t.Fatalf("%s is written differently the second time", blobs[i].Name)
				}
			}
		}
	})
}

func TestLoadNamesWhatIsMissing(t *testing.T) {
	if _, err := Load(nil, nil); err == nil {
		t.Error("nothing stored was read as results")
	}
}

func TestScopesAddUpToTheCompanysCustomers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := finished(t, somePeriod(t), someLedger(t), someRules(t), someHistories(t))
		all := s.Results(transform.Scope{})
		var revenue, net Money
		var buyers int64
		for _, place := range []string{"North", "South", transform.Unplaced} {
			r := s.Results(transform.Scope{Territory: place})
			revenue += r.Overview.Revenue.Company()
			net += r.Profitability.Net.Company()
			buyers += r.ToDate.Buyers
		}
		if revenue != all.Overview.Revenue.Customers || net != all.Profitability.Net.Customers || buyers != all.ToDate.Buyers {
			t.Errorf("scopes have revenue %v, net %v, buyers %d; customers %v, %v, %d", revenue, net, buyers,
				all.Overview.Revenue.Customers, all.Profitability.Net.Customers, all.ToDate.Buyers)
		}
	})
}

func TestEqualCustomersScoreEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := someHistories(t)
		twin := slices.Clone(list[:len(list)-1])
		for i := range twin {
			twin[i].Customer.ID = idOf(1000 + i)
		}
		s := finished(t, october(), someLedger(t), Defaults(), slices.Concat(list, twin))
		r := s.Results(transform.Scope{})
		for i := range twin {
			a, b := r.Row(list[i].Customer.ID), r.Row(twin[i].Customer.ID)
			if a == nil || b == nil {
				continue
			}
			if a.RFM != b.RFM || a.RFMSegment != b.RFMSegment || a.Risk != b.Risk || a.Rung != b.Rung {
				t.Errorf("twins are %s %s %v %s and %s %s %v %s", a.RFM, a.RFMSegment, a.Risk, a.Rung, b.RFM, b.RFMSegment, b.Risk, b.Rung)
			}
		}
	})
}

func TestShareOfAPoolIsTheLargestRemainder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := Money(rapid.Int64Range(0, 1e13).Draw(t, "amount"))
		weights := rapid.SliceOfN(rapid.Int64Range(0, 1e15), 1, 30).Draw(t, "weights")
		unit := rapid.SampledFrom([]Money{1, 100, 10_000}).Draw(t, "unit")
		shares := spread(amount, unit, weights)
		var sum Money
		total := sumOf(weights)
		for i, s := range shares {
			sum += s
			if total > 0 && (s%unit != 0 || s < 0 || (weights[i] == 0 && s != 0)) {
				t.Fatalf("share %d of weight %d is %v", i, weights[i], s)
			}
			if exact := float64(amount) * float64(weights[i]) / float64(max(total, 1)); float64(s) > exact+float64(unit) || float64(s) < exact-2*float64(unit) {
				t.Fatalf("share %v is too far from %v", s, exact)
			}
		}
		if want := amount / unit * unit; total > 0 && sum != want {
			t.Fatalf("shares add up to %v, want %v", sum, want)
		}
	})
}

func TestACustomerAddedTwiceIsRefused(t *testing.T) {
	s := New(october(), &transform.Ledger{}, Defaults())
	h := transform.History{Customer: transform.Customer{ID: idOf(1)}}
	addAll(s, []transform.History{h, h})
	if err := s.Finish(); err == nil {
		t.Error("a customer was counted twice")
	}
}

func TestRulesWithoutSenseAreRefused(t *testing.T) {
	for name, change := range map[string]func(*Rules){
		"a month that wins and loses a customer": func(r *Rules) { r.LapsedAfter = 30 },
		"no horizon":                             func(r *Rules) { r.Horizon = 0 },
		"revenue from nowhere":                   func(r *Rules) { r.RevenueFrom = "receipts" },
		"a threshold above one":                  func(r *Rules) { r.RiskThreshold = 2 * extract.One },
		"a fifth decimal":                        func(r *Rules) { r.MinorPlaces = 5 },
	} {
		t.Run(name, func(t *testing.T) {
			r := Defaults()
			change(&r)
			if r.Check() == nil {
				t.Error("accepted")
			}
			if New(october(), &transform.Ledger{}, r).Finish() == nil {
				t.Error("measured")
			}
		})
	}
	if err := Defaults().Check(); err != nil {
		t.Error(err)
	}
}
