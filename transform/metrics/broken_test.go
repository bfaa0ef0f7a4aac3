package metrics

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"clientele/transform"
)

// A breach changes one figure of the results, which one check must find. It returns
// false where these results have no such figure.
type breach struct {
	check string // how the name of the check begins
	do    func(r *Results, d int64) bool
}

func breaches() []breach {
	money := func(to *Money, d int64) bool { *to += Money(d); return true }
	count := func(to *int64, d int64) bool { *to += d; return true }
	profit := func(r *Results) *Profitability { return &r.Profitability }
	return []breach{
		{"Revenue to date: documents", func(r *Results, d int64) bool { return money(&r.ToDate.Revenue.Rounding, d) }},
		{"Revenue to date: documents", func(r *Results, d int64) bool { return money(&r.ToDate.Revenue.Excluded, d) }},
		{"Revenue to date: months", func(r *Results, d int64) bool {
			return len(r.ToDate.Months) > 0 && money(&r.ToDate.Months[0].Revenue, d)
		}},
		{"Revenue of twelve months: months", func(r *Results, d int64) bool { return money(&profit(r).Months[0].Revenue, d) }},
		{"Revenue of twelve months: months", func(r *Results, d int64) bool { return money(&profit(r).Revenue.Unassigned, d) }},
		{"Orders: valid ones", func(r *Results, d int64) bool { return count(&r.ToDate.Orders.Customers, d) }},
		{"Cost of ", func(r *Results, d int64) bool {
			return len(profit(r).Pools) > 0 && money(&profit(r).Pools[0].Customers, d)
		}},
		{"Cost of ", func(r *Results, d int64) bool {
			return len(profit(r).Pools) > 0 && money(&profit(r).Pools[0].Unused, d)
		}},
		{"Cost of ", func(r *Results, d int64) bool {
			return len(profit(r).Pools) > 0 && money(&profit(r).Pools[0].Uncharged, d)
		}},
		{"Cost of ", func(r *Results, d int64) bool {
			return len(profit(r).Pools) > 0 && money(&profit(r).Pools[0].Unassigned, d)
		}},
		{"Cost of ", func(r *Results, d int64) bool {
			return len(profit(r).Pools) > 0 && money(&profit(r).Pools[0].Rounding, d)
		}},
		{"Cost of ", func(r *Results, d int64) bool {
			return len(profit(r).Pools) > 0 && money(&profit(r).Pools[0].Excluded, d)
		}},
		{"Cost pools of the year", func(r *Results, d int64) bool {
			return len(profit(r).Pools) > 0 && money(&profit(r).Pools[0].Amount, d)
		}},
		{"Cost to serve: charged", func(r *Results, d int64) bool { return money(&profit(r).CostToServe.Customers, d) }},
		{"Customers who ordered: to date, and in the eleven", func(r *Results, d int64) bool { return count(&r.RFM.Segments[0].Customers, d) }},
		{"Customers who ordered: to date, and by business", func(r *Results, d int64) bool {
			return len(r.RFM.ByType) > 0 && count(&r.RFM.ByType[0].Customers, d)
		}},
		{"Customers: rows, and on the loyalty ladder", func(r *Results, d int64) bool { return count(&r.Ladder.Rungs[0].Customers, d) }},
		{"Customers who ordered: active + lapsed", func(r *Results, d int64) bool { return count(&r.ToDate.Lapsed, d) }},
		{"Revenue of customers: what moved it", func(r *Results, d int64) bool { return money(&r.Overview.Moved.Returned, d) }},
		{"Revenue of customers: goods", func(r *Results, d int64) bool { return money(&profit(r).NoCost.Customers, d) }},
		{"Revenue of customers with known cost", func(r *Results, d int64) bool { return money(&profit(r).Total.Costed, d) }},
		{"Net profit of customers", func(r *Results, d int64) bool { return money(&profit(r).Net.Customers, d) }},
		{"Enquiries open", func(r *Results, d int64) bool { return count(&r.Prospects.Open, d) }},
		{"Enquiries unanswered", func(r *Results, d int64) bool { return count(&r.Prospects.Unanswered, d) }},
		{"Orders of 12 months", func(r *Results, d int64) bool { return count(&r.Service.Now.Orders, d) }},
		{"Tickets of 12 months: all, and by subject", func(r *Results, d int64) bool {
			return len(r.Service.Topics) > 0 && count(&r.Service.Topics[0].Count, d)
		}},
		{"Tickets of 12 months: all, and contacts", func(r *Results, d int64) bool { return count(&r.Service.Now.Internal, d) }},
		{"Cost of the service desk", func(r *Results, d int64) bool { return money(&profit(r).Total.Costs.Service, d) }},
		{"Customers who bought: all, and with an offer", func(r *Results, d int64) bool { return count(&r.CrossSell.Offered.Nothing, d) }},
		{"Customers who buy across at a loss", func(r *Results, d int64) bool { return count(&r.CrossSell.Across.Losing.Part, d) }},
		{"Loss of customers who buy across", func(r *Results, d int64) bool { return money(&r.CrossSell.Across.Lost, d) }},
		{"Segments: customers who ever ordered", func(r *Results, d int64) bool {
			return len(r.RFM.Moves) > 0 && count(&r.RFM.Moves[0].Customers, d)
		}},
		{"Breadth × profit: customers in a quarter", func(r *Results, d int64) bool { return count(&r.Products.Quadrants[2].Customers, d) }},
		{"Value at stake: each customer once over customers", func(r *Results, d int64) bool { return money(&r.BottomLine.Once, d) }},
		{"Value at stake: every theme", func(r *Results, d int64) bool { return money(&r.BottomLine.Gross, d) }},
		{"Value at stake: each customer once is more", func(r *Results, d int64) bool {
			return len(r.BottomLine.Themes) > 0 && money(&r.BottomLine.Themes[0].Own, int64(r.BottomLine.Themes[0].Stake)+max(d, -d))
		}},
		{"Customers in ", func(r *Results, d int64) bool { return count(&r.Attrition.Months[5].New, d) }},
		{"Customers in ", func(r *Results, d int64) bool { return count(&r.Attrition.Months[5].Returned, d) }},
		{"Customers in ", func(r *Results, d int64) bool { return count(&r.Attrition.Months[5].Lost, d) }},
		{"Customers under contract in ", func(r *Results, d int64) bool {
			return len(r.Attrition.Held.Months) > 0 && count(&r.Attrition.Held.Months[20].Lost, d)
		}},
		{"Customers under contract: closing of the month before", func(r *Results, d int64) bool {
			return len(r.Attrition.Held.Months) > 0 && count(&r.Attrition.Held.Months[20].Opening, d)
		}},
		{"Yearly volume under contract", func(r *Results, d int64) bool {
			return len(r.Attrition.Held.Months) > 0 && money(&r.Attrition.Held.Lapsed, d)
		}},
		{"Customers: closing of the month before", func(r *Results, d int64) bool {
			m := &r.Attrition.Months[5]
			m.Opening, m.New = m.Opening+d, m.New-d // the month itself still adds up
			return true
		}},
	}
}

// Every identity that is checked in a run, broken on purpose: the check it belongs to
// must find it. A check nobody breaks here would be one nobody knows can fail.
func TestEveryCheckFindsWhatBreaksIt(t *testing.T) {
	seen, broken := map[string]bool{}, map[string]bool{}
	rapid.Check(t, func(t *rapid.T) {
		rules := someRules(t)
		rules.RevenueFrom = rapid.SampledFrom([]string{FromOrders, FromOrders, FromInvoices}).Draw(t, "from")
		s := finished(t, somePeriod(t), someLedger(t), rules, someHistories(t))
		c := s.cut(transform.Scope{})
		good := s.Results(transform.Scope{})
		for _, x := range good.Checks {
			seen[kindOf(x.Name)] = true
		}
		d := rapid.SampledFrom([]int64{-10_000, -1, 1, 3, 999_999}).Draw(t, "by")
		part := rapid.IntRange(0, 4).Draw(t, "part") // of the breaches: each takes a while
		for i, b := range breaches() {
			if i%5 != part {
				continue
			}
			r := copied(t, good)
			if !b.do(r, d) {
				continue
			}
			found := false
			for _, x := range c.check(r) {
				if !x.Passed {
					broken[kindOf(x.Name)] = true
					found = found || strings.HasPrefix(x.Name, b.check)
				}
			}
			if !found && !(b.check == "Orders: valid ones" && rules.RevenueFrom == FromInvoices) {
				t.Errorf("nothing found though %q was broken by %d", b.check, d)
			}
		}
	})
	for name := range seen {
		if !broken[name] {
			t.Errorf("no test breaks the check %q: add one to breaches", name)
		}
	}
}

// copied returns results that can be changed without changing others.
func copied(t *rapid.T, r *Results) *Results {
	blobs, err := r.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	out, err := Load(blobs, r.Rows)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var (
	monthName = regexp.MustCompile(`[A-Z][a-z]+ \d{4}`)
	poolName  = regexp.MustCompile(`^Cost of .*: pool`)
)

// kindOf is a check's name without the month or the activity it is of.
func kindOf(name string) string {
	return poolName.ReplaceAllString(monthName.ReplaceAllString(name, "month"), "Cost of an activity: pool")
}
