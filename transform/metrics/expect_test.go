package metrics

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// someone bought for 100 a year ago and now, half of it gross profit.
func someone(n int) transform.History {
	h := customer(n)
	for i, ago := range []int{800, 500, 30} {
		o := order(10*n+i, ago, 100)
		o.Lines = []extract.Line{{Ref: ref("line", 10*n+i), Net: extract.Some(euros(100)), Cost: extract.Some(euros(50))}}
		h.Orders = append(h.Orders, o)
	}
	return h
}

// yearlyPlan asks so much profit of every month of the year.
func yearlyPlan(party, segment string, months int) (list []extract.Target) {
	for m := range months {
		list = append(list, extract.Target{Ref: ref("target", m), Month: asOf.AddMonths(-1 - m), Measure: extract.TargetProfit, Amount: euros(10), Party: party, Segment: segment})
	}
	return list
}

func TestTheStrongestWordOnWhatACustomerShouldBringCounts(t *testing.T) {
	agreed := func(ends Day, amount float64) []extract.Contract {
		return []extract.Contract{{Ref: ref("contract", 1), Starts: asOf.AddMonths(-12), Ends: ends, Status: extract.Valid, Agreed: extract.Some(euros(amount))}}
	}
	for _, c := range []struct {
		name      string
		targets   []extract.Target
		contracts []extract.Contract
		want      float64
		basis     string
	}{
		{"nothing said: their own year", nil, nil, 50, BasisOwnYear},
		{"a plan for all twelve months", yearlyPlan(string(idOf(1)), "", 12), agreed(asOf, 300), 120, BasisPlan},
		{"a plan for some of them is none", yearlyPlan(string(idOf(1)), "", 11), nil, 50, BasisOwnYear},
		{"a plan for the type is of no single customer", yearlyPlan("", "Hotels", 12), nil, 50, BasisOwnYear},
		{"300 agreed at half profit", nil, agreed(asOf, 300), 150, BasisContract},
		{"a term beyond the twelve months counts by days", nil, agreed(asOf+365, 600), 150, BasisContract},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := someone(1)
			h.Contracts = c.contracts
			row, r := only(t, h, transform.Ledger{Targets: c.targets}, Defaults())
			same(t, "expected", row.Expected, extract.Some(euros(c.want)))
			same(t, "basis", row.ExpectedBasis, c.basis)
			same(t, "the company's own target", r.Overview.ProfitTarget.Known, false)
		})
	}
}

func TestAPlanForACustomerWhoIsNotThereIsNamed(t *testing.T) {
	_, r := only(t, someone(1), transform.Ledger{Targets: yearlyPlan("C-nobody", "", 12)}, Defaults())
	same(t, "plans for nobody", r.Data.Unplanned, Aside{Count: 12, Amount: euros(120)})
}

func TestBusinessTypesStandBesideTheirPlans(t *testing.T) {
	h := someone(1)
	h.Customer.Segment = "Hotels"
	_, r := only(t, h, transform.Ledger{Targets: yearlyPlan("", "Hotels", 12)}, Defaults())
	same(t, "plan of the type", r.Profitability.ByType[0].Planned, extract.Some(euros(120)))
}
