package metrics

import (
	"testing"

	"clientele/transform"
)

func TestRevenueKeptIsGrossAndNet(t *testing.T) {
	lost, less, more, fresh := customer(1, 400, 390), customer(2, 500, 400, 100), customer(3, 400, 100, 90), customer(4, 50)
	for i, h := range []*transform.History{&lost, &less, &more, &fresh} {
		h.Customer.Segment = []string{"Hotels", "Hotels", "Schools", "Schools"}[i]
	}
	a := finished(t, october(), &transform.Ledger{}, Defaults(), []transform.History{lost, less, more, fresh}).Results(transform.Scope{}).Attrition
	same(t, "customers with revenue last year", a.KeptAll.Customers, 3)
	same(t, "their revenue then", a.KeptAll.Before, euros(500))
	same(t, "and now, without the new one's", a.KeptAll.Now, euros(300))
	nearly(t, "kept: 0 + 100 + 100 of 500", a.KeptAll.Gross(), .4)
	nearly(t, "with what was added", a.KeptAll.Net(), .6)
	same(t, "largest type first", a.Kept[0].Name, "Hotels")
	nearly(t, "hotels keep 100 of 400", a.Kept[0].Gross(), .25)
	nearly(t, "schools twice what they brought", a.Kept[1].Net(), 2)
	same(t, "nothing to keep, nothing said", Kept{}.Gross().Known || Kept{}.Net().Known, false)
}

// Of 100 customers 10 are lost in a usual month: three standard errors are 9.
func TestAMonthOutOfTheOrdinaryIsTold(t *testing.T) {
	for _, c := range []struct {
		name    string
		lost    int64
		partial bool
		opening int64
		want    string
	}{
		{"nineteen are within the limits", 19, false, 100, ""},
		{"twenty are not", 20, false, 100, MoreThanUsual},
		{"one is within", 1, false, 100, ""},
		{"none is not", 0, false, 100, FewerThanUsual},
		{"a month cut short is not judged", 20, true, 100, ""},
		{"nor one of which fewer than five losses are expected", 20, false, 40, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			months := make([]AttritionMonth, 13)
			for i := range 12 {
				months[i] = AttritionMonth{Opening: 100, Lost: 10}
			}
			months[12] = AttritionMonth{Opening: c.opening, Lost: c.lost, Partial: c.partial}
			signal(months)
			same(t, "signal", months[12].Signal, c.want)
		})
	}
	early := []AttritionMonth{{Opening: 100, Lost: 90}}
	signal(early)
	same(t, "without a year before nothing is told", early[0].Signal, "")
}
