package pages

import (
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// earners are customers who bought, by net profit.
func earners(profits ...int64) (list []row) {
	for _, p := range profits {
		f := &transform.Figures{}
		f.Orders, f.Net = 1, extract.Some(euros(p))
		list = append(list, f)
	}
	return list
}

func TestBestAndWorstFollowTheSign(t *testing.T) {
	for want, rows := range map[string][]row{
		"Of 5 customers who bought the best 3 bring € 17 of gross profit, the worst 2 lose € 9 of gross profit.":      earners(9, 6, 2, -1, -8),
		"Of 4 customers who bought the best 2 bring € 15 of gross profit, the worst 2 bring € 3 of gross profit.":     earners(9, 6, 2, 1),
		"Of 4 customers who bought the best 2 lose € 3 of gross profit, the worst 2 lose € 15 of gross profit.":       earners(-1, -2, -6, -9),
		"Of 2 customers who bought the best one brings € 9 of gross profit, the worst one loses € 8 of gross profit.": earners(9, -8),
		"Of 2 customers who bought the best one loses € 1 of gross profit, the worst one loses € 8 of gross profit.":  earners(-1, -8),
		"The only customer who bought brings € 9 of gross profit.":                                                    earners(9),
		"The only customer who bought loses € 9 of gross profit.":                                                     earners(-9),
		"The only customer who bought brings € 0 of gross profit.":                                                    earners(0),
	} {
		b := over(func(r *metrics.Results) { r.Rows = rows })
		same(t, b.bestWorst().Sheet().Finding, want)
	}
}

func TestWhoMovedFollowsTheDirection(t *testing.T) {
	move := func(from, to string, n int64) metrics.Move { return metrics.Move{From: from, To: to, Customers: n} }
	best, middle, worst := metrics.Segments()[0], metrics.Segments()[1], metrics.Segments()[2]
	for want, moves := range map[string][]metrics.Move{
		"Of 6 customers who stood in a segment then, 5 moved up and 1 down since a year ago; 0 came in.":         {move(worst, best, 3), move(middle, best, 2), move(best, worst, 1)},
		"Of 6 customers who stood in a segment then, 1 moved up and 5 down since a year ago; 2 came in.":         {move(best, worst, 3), move(best, middle, 2), move(worst, best, 1), move("", middle, 2)},
		"Of 1 customer who stood in a segment then, 0 moved up and 0 down since a year ago; 0 came in.":          {move(best, best, 1)},
		"Of 1,000 customers who stood in a segment then, 0 moved up and 1,000 down since a year ago; 0 came in.": {move(best, worst, 1_000)},
	} {
		m := migration{order: metrics.Segments(), since: "since a year ago", moves: moves}
		same(t, moveFinding(m), want)
	}
}

func TestWhoCrossedTheHurdleFollowsTheDirection(t *testing.T) {
	move := func(from, to string, n int64) metrics.Move { return metrics.Move{From: from, To: to, Customers: n} }
	up := []metrics.Move{move(metrics.FewBelow, metrics.ManyAbove, 3), move(metrics.FewAbove, metrics.ManyAbove, 2), move("", metrics.ManyAbove, 9), move(metrics.ManyAbove, "", 9)}
	down := []metrics.Move{move(metrics.ManyAbove, metrics.FewBelow, 3), move(metrics.ManyAbove, metrics.FewAbove, 2)}
	same(t, quadrantSummary(migration{since: "since a year ago", moves: up}), "Of 5 customers in a quarter both times: 3 turned profitable and 0 stopped being so, 5 took up many categories and 0 gave them up, since a year ago.")
	same(t, quadrantSummary(migration{since: "since a year ago", moves: down}), "Of 5 customers in a quarter both times: 0 turned profitable and 3 stopped being so, 0 took up many categories and 5 gave them up, since a year ago.")
}

func TestOneCustomerIsSaidInTheSingular(t *testing.T) {
	b := over(func(*metrics.Results) {})
	for _, c := range []struct {
		n    int
		m    Money
		want string
	}{{1, euros(5), "X brings € 5 of Y"}, {2, euros(5), "X bring € 5 of Y"}, {1, -euros(5), "X loses € 5 of Y"}, {2, -euros(5), "X lose € 5 of Y"}, {0, 0, "X bring € 0 of Y"}} {
		same(t, b.broughtBy("X", c.n, c.m, "Y"), c.want)
	}
	same(t, oneOrMany(1, "contract", "contracts"), "contract")
	same(t, oneOrMany(2_000, "contract", "contracts"), "2,000 contracts")
	one := over(func(r *metrics.Results) { r.Overview.Revenue.Customers = euros(5) })
	same(t, one.topFinding(earners(5), 1), "The only buying customer brings € 0 of revenue.")
}

func TestAnActionOfUnknownWorthHasNoAmountInThePreHeader(t *testing.T) {
	b := over(func(*metrics.Results) {})
	known := reports.Action{Do: "Call them", Worth: reports.MoneyValue(euros(5))}
	unknown := reports.Action{Do: "Write to them", Worth: reports.Value{Kind: reports.KindMoney}}
	same(t, preHeader([]reports.Action{known, unknown}, b), "1 Call them (€ 5) · 2 Write to them")
}
