package metrics

import (
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// The year before the contract brought 200 a month from July to October and 25 in
// each of the other eight: 800 of 1,000 fall before November.
func TestWhatIsAgreedGrowsWithTheCustomersOwnSeason(t *testing.T) {
	h := transform.History{Customer: transform.Customer{ID: idOf(1)}}
	add := func(d Day, net float64) {
		o := order(len(h.Orders), 0, net)
		o.At = d.Start(time.UTC)
		h.Orders = append(h.Orders, o)
	}
	add(extract.Date(2025, time.June, 30), 77) // a customer throughout the year before
	for m := range 12 {
		net := 25.
		if m < 4 {
			net = 200
		}
		add(extract.Date(2025, time.July, 5).AddMonths(m), net)
	}
	add(extract.Date(2026, time.August, 1), 480)
	h.Contracts = []extract.Contract{{
		Ref: ref("contract", 1), Status: extract.Valid, Starts: extract.Date(2026, time.July, 1), Ends: extract.Date(2027, time.July, 1), Agreed: extract.Some(euros(1200)),
	}}
	_, r := only(t, h, transform.Ledger{}, Defaults())
	c := r.Contracts.Rows[0]
	same(t, "by season", c.Seasonal, true)
	same(t, "four fifths of what is agreed", c.ProRata, extract.Some(euros(960)))
	same(t, "half of it was bought", c.Status, ContractBreach)
	same(t, "as so far, 480 become", c.Forecast, extract.Some(euros(600)))
	same(t, "which leaves", c.Short, extract.Some(euros(600)))
	same(t, "of all", r.Contracts.ForecastShort, euros(600))

	h.Orders = h.Orders[5:] // too few days to see a season
	_, r = only(t, h, transform.Ledger{}, Defaults())
	same(t, "by days without a season: 123 of 365", r.Contracts.Rows[0].ProRata, extract.Some(euros(404.38)))
	same(t, "says so", r.Contracts.Rows[0].Seasonal, false)
}

func TestMoreDiscountThanAgreedIsABreach(t *testing.T) {
	for name, c := range map[string]struct {
		given, agreed float64
		beyond        extract.Opt[Money]
		status        string
	}{
		"ten percent of 100 instead of five": {10, .05, extract.Some(euros(5)), ContractBreach},
		"half a point more is let pass":      {5.5, .05, extract.Opt[Money]{}, ContractMet},
		"less is fine":                       {2, .05, extract.Opt[Money]{}, ContractMet},
	} {
		h := transform.History{Customer: transform.Customer{ID: idOf(1)}, Orders: []transform.Order{order(1, 20, 100-c.given), order(2, 200, 50)}}
		h.Orders[0].Discount = extract.Some(euros(c.given))
		h.Orders[1].Discount = extract.Some(euros(50)) // before the contract
		h.Contracts = []extract.Contract{{Ref: ref("contract", 1), Status: extract.Valid, Starts: asOf - 50, Ends: asOf + 50, Agreed: extract.Some(euros(100)), Discount: decimal(c.agreed)}}
		_, r := only(t, h, transform.Ledger{}, Defaults())
		k := r.Contracts.Rows[0]
		same(t, name+": beyond", k.Beyond, c.beyond)
		same(t, name+": status", k.Status, c.status)
		same(t, name+": begun within 90 days", k.Young, true)
		same(t, name+": nothing is unearned where the volume is met", k.NotEarned.Known, false)
	}
}

func TestAContractOfLessThanAMonthHasNoForecast(t *testing.T) {
	h := customer(1, 10)
	h.Contracts = []extract.Contract{{Ref: ref("contract", 1), Status: extract.Valid, Starts: asOf - 29, Ends: asOf + 336, Agreed: extract.Some(euros(100))}}
	_, r := only(t, h, transform.Ledger{}, Defaults())
	same(t, "forecast", r.Contracts.Rows[0].Forecast.Known, false)
	h.Contracts[0].Agreed = extract.Some(euros(99_999))
	_, r = only(t, h, transform.Ledger{}, Defaults())
	same(t, "nor is its volume judged", r.Contracts.Rows[0].Status, ContractMet)
	same(t, "or missed", r.Contracts.Shortfall, 0)
}
