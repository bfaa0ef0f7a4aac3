package excel

import (
	"fmt"
	"math"
	"time"

	"clientele/reports"
)

type cents int64

func euros(x float64) cents { return cents(math.Round(x*100)) * 100 }

type customer struct {
	name, no, territory, segment, status, note string
	net, revenue                               cents
	growth, risk, margin                       float64
	last                                       time.Time
	months                                     []cents
	orders                                     int
}

var asOf = time.Date(2026, 10, 31, 0, 0, 0, 0, time.UTC)

var monthNames = []string{"Oct 25", "Nov 25", "Dec 25", "Jan 26", "Feb 26", "Mar 26", "Apr 26", "May 26", "Jun 26", "Jul 26", "Aug 26", "Sep 26", "Oct 26"}

// customers are the same at every call.
func customers(n int) []customer {
	out := make([]customer, n)
	for i := range out {
		x := math.Sin(float64(i)*1.7) + 1.2
		out[i] = customer{
			name: fmt.Sprintf("%s %s %d", []string{"Bluebell", "Quince", "Ridge", "Café", "St Ember's"}[i%5], []string{"Banqueting", "School, Stonebridge", "Inn", "Bramble"}[i%4], i+1),
			no:   fmt.Sprintf("%06d", i+1), territory: []string{"North-East", "Midlands", "Coast & islands"}[i%3],
			segment: []string{"Champions", "Loyal", "Can't lose"}[i%3], status: []string{"Met", "Behind", "Breach"}[i%3],
			note: "Offer annual terms and early delivery slot, after the open complaint has been answered by the sales director",
			net:  euros(60000 / float64(i+1) * x), revenue: euros(250000 / float64(i+1) * x), growth: math.Cos(float64(i)) / 3,
			risk: math.Mod(float64(i)*0.137, 1), margin: 0.2 - float64(i%7)/30, last: asOf.AddDate(0, 0, -i%90), orders: i % 40,
		}
		for m := range 13 {
			out[i].months = append(out[i].months, euros(1000*(2+math.Sin(float64(i+m)))))
		}
	}
	return out
}

func listPage(n int) reports.List[customer] {
	rows := customers(n)
	all := customer{name: "Total", net: 0, revenue: 0}
	for _, c := range rows {
		all.net += c.net
		all.revenue += c.revenue
	}
	return reports.List[customer]{
		Head: reports.Head{
			Tab: "Top customers", Title: "Top customers", Question: "Who are our most valuable customers, and how do we keep them?",
			Finding: "The top 100 of 2,961 active customers bring 47 % of all customer profit.",
		},
		Table: reports.Table[customer]{
			Columns: []reports.Column[customer]{
				reports.Text("Customer", "Name of the customer.", func(c customer) string { return c.name }),
				reports.ID("No.", "Number of the customer.", func(c customer) string { return c.no }).NoTotal(),
				reports.Text("Territory", "Where it is served.", func(c customer) string { return c.territory }),
				reports.Text("Status", "Whether the contract is met.", func(c customer) string { return c.status }).GoodWords("Met").BadWords("Behind", "Breach"),
				reports.Money("Revenue", "Invoiced in 12 months.", func(c customer) cents { return c.revenue }).Sum(),
				reports.DeltaPercent("vs last year", "Against the year before.", func(c customer) float64 { return c.growth }).
					Blank(func(c customer) bool { return c.growth > 0.3 }).NoTotal(),
				reports.Money("Net profit after cost to serve", "What is left.", func(c customer) cents { return c.net }).Bar().Bold().Sum(),
				reports.Percent("Net margin", "Profit by revenue.", func(c customer) float64 { return c.margin }).NoTotal(),
				reports.Percent0("Risk of leaving", "Chance to leave.", func(c customer) float64 { return c.risk }).NoTotal(),
				reports.Count("Orders", "Orders in 12 months.", func(c customer) int { return c.orders }).NoTotal(),
				reports.Date("Last order", "Day of the last order.", func(c customer) time.Time { return c.last }).NoTotal(),
				reports.Spark("Revenue by month, 13 months", "Small line of revenue.", monthNames, func(c customer) []cents { return c.months }),
			},
			Rows: rows, Totals: []customer{all}, Of: 2961,
		},
	}
}

func reviewPage() reports.List[customer] {
	return reports.List[customer]{
		Head: reports.Head{Tab: "Review pairs", Title: "Review pairs", Question: "Are these the same customer?", Finding: "3 pairs wait for an answer."},
		Table: reports.Table[customer]{Columns: []reports.Column[customer]{
			reports.Text("First", "One record.", func(c customer) string { return "=" + c.name }),
			reports.Text("Your decision", "What you know.", func(customer) string { return "" }).Choices("Same", "Different", "Unsure"),
			reports.Wrap("Why", "What speaks for it.", func(c customer) string { return c.note }),
			reports.Link("Where", "Address.", func(customer) string { return "open" }, func(customer) string { return "https://example.org/a?b=1&c=2" }),
		}, Rows: customers(3)},
	}
}

type segment struct {
	name      string
	customers int
	revenue   cents
	growth    float64
	scores    [3]float64
	do        string
}

func boardPage() reports.Board {
	segments := []segment{
		{"Champions", 678, euros(12_217_000), 0.105, [3]float64{4.1, 4.4, 3.6}, "Protect; reward; ask for referrals"},
		{"Loyal", 706, euros(4_107_000), 0.144, [3]float64{4.0, math.NaN(), 3.9}, "Widen range; invite to annual terms"},
		{"Big baskets", 151, euros(546_000), -0.156, [3]float64{4.5, 4.6, 4.2}, "Raise frequency: standing orders"},
	}
	table := reports.Table[segment]{
		Title: "Behaviour segments (recency, frequency, monetary value)",
		Columns: []reports.Column[segment]{
			reports.Text("Segment", "Kind.", func(s segment) string { return s.name }),
			reports.Count("Customers", "How many.", func(s segment) int { return s.customers }),
			reports.MoneyK("Revenue", "12 months.", func(s segment) cents { return s.revenue }).Bold(),
			reports.DeltaPercent("vs last year", "Change.", func(s segment) float64 { return s.growth }),
			reports.Number1("Rep visit", "Mean.", func(s segment) float64 { return s.scores[0] }).Shade(reports.HeatMean),
			reports.Number1("Web shop", "Mean.", func(s segment) float64 { return s.scores[1] }).Shade(reports.HeatMean),
			reports.Number1("Phone", "Mean.", func(s segment) float64 { return s.scores[2] }).Shade(reports.HeatMean),
			reports.Wrap("What to do with them", "Advice.", func(s segment) string { return s.do }),
		},
		Rows: segments, Totals: []segment{{"Lost in the year", 100, euros(200_000), math.NaN(), [3]float64{math.NaN(), math.NaN(), math.NaN()}, ""}, {"All", 1635, euros(17_070_000), 0.041, [3]float64{4.1, 4.5, 3.8}, ""}},
		Note: "Blank = fewer than 10 answers.",
	}
	small := func(title string) reports.Table[segment] {
		return reports.Table[segment]{Title: title, Columns: []reports.Column[segment]{
			reports.Text("Business type", "Kind.", func(s segment) string { return s.name }),
			reports.Count("Customers", "How many.", func(s segment) int { return s.customers }),
			reports.MoneyK("Revenue", "12 months.", func(s segment) cents { return s.revenue }),
			reports.DeltaPoints("Change", "Points.", func(s segment) float64 { return s.growth * 10 }).LowerIsBetter(),
		}, Rows: segments}
	}
	return reports.Board{
		Head: reports.Head{
			Tab: "Segments", Title: "Segments", Question: "What kinds of customers do we have, and what is each worth?",
			Finding: "Schools & care grow fastest (+15.9 %), shops & delis slowest (−9.0 %).",
		},
		Bands: []reports.Band{
			{table},
			{signedBars(), plainBars()},
			{whale(), stacked()},
			{small("Growth by business type"), small("Loyalty ladder")},
			{attrition(), reports.Notes{Title: "How to read it", Lines: []string{"A blank cell means not measured. A dash (–) means zero. pp = percentage points. Last year = the same 12 months one year earlier."}}},
		},
	}
}

func signedBars() reports.Chart {
	return reports.Chart{
		Kind: reports.Bars, Message: "Schools & care grow, shops & delis shrink", Unit: "Revenue change against last year, %, by business type",
		Categories: []string{"Schools & care", "Caterers", "Hotels", "Restaurants", "Shops & delis"},
		Series:     []reports.Series{{Name: "Change", Values: []float64{0.159, 0.136, 0.104, -0.047, -0.09}}},
		Value:      reports.KindPercent, Signed: true, Labels: true, Alt: "Schools & care +15.9 %, shops & delis −9.0 %.",
	}
}

func plainBars() reports.Chart {
	return reports.Chart{
		Kind: reports.Columns, Message: "Unhappy customers leave far more often", Unit: "Average risk of leaving, %, by answer given",
		Categories: []string{"5 excellent", "4 good", "3 neither", "1–2 poor"},
		Series:     []reports.Series{{Name: "Risk", Values: []float64{0.06, 0.12, 0.22, 0.42}}}, Value: reports.KindPercent0, Labels: true,
		Alt: "From 6 % for excellent to 42 % for poor.",
	}
}

func whale() reports.Chart {
	var x, y, one []float64
	for i := range 51 {
		s := float64(i) / 50
		x, y, one = append(x, s), append(y, 1.6*s-0.6*s*s+0.3*math.Sin(math.Pi*s)), append(one, 1)
	}
	return reports.Chart{
		Kind: reports.Scatter, Message: "Profit would peak at 114 % of today's without loss-makers", Unit: "Whale curve: cumulative net profit, % of today's total",
		Series: []reports.Series{{Name: "Today's profit", X: x, Values: one, Role: reports.Guide}, {Name: "Cumulative profit", X: x, Values: y}},
		Value:  reports.KindPercent0, XValue: reports.KindPercent0, XTitle: "Share of customers, best to worst", Alt: "The curve peaks at 114 %.",
	}
}

func stacked() reports.Chart {
	roles := []reports.Role{reports.Actual, reports.Mid, reports.Tint, reports.Dark}
	c := reports.Chart{
		Kind: reports.StackedBars, Message: "Visits and delivery drops eat the margin of the two weakest groups", Unit: "Cost to serve, % of revenue, by activity",
		Categories: []string{"Best fifth", "Second fifth", "Middle fifth", "Fourth fifth", "Worst fifth"}, Value: reports.KindPercent0, Labels: true,
		Alt: "Visits cost 1 % in the best fifth and 13 % in the worst.",
	}
	for i, name := range []string{"Rep visits", "Delivery drops", "Order handling", "Calls"} {
		c.Series = append(c.Series, reports.Series{Name: name, Role: roles[i], Values: []float64{.01, .04, .07, .14 / float64(i+1), .13 / float64(i+1)}})
	}
	return c
}

func attrition() reports.Chart {
	c := reports.Chart{
		Kind: reports.Line, Message: "Attrition has been above target since June", Unit: "Customers lost in 12 months, %, by month",
		Value: reports.KindPercent, EndLabels: true, Alt: "From 13.3 % to 12.5 %.",
		Series: []reports.Series{{Name: "Attrition 12.5 %"}, {Name: "Target 12 %", Role: reports.Target, Dashed: true}},
	}
	for i := range 24 {
		c.Categories = append(c.Categories, time.Date(2024, 11, 1, 0, 0, 0, 0, time.UTC).AddDate(0, i, 0).Format("Jan 06"))
		c.Series[0].Values = append(c.Series[0].Values, 0.13+0.02*math.Sin(float64(i)/3))
		c.Series[1].Values = append(c.Series[1].Values, 0.12)
	}
	c.Series[0].Missing = []bool{false, false, true}
	return c
}

func methodPage() reports.Board {
	type term struct{ name, meaning, how, source string }
	return reports.Board{
		Head: reports.Head{Tab: "Method & data", Title: "Method and data quality", Question: "How is every number made, and how far can I trust it?", Finding: "All eleven control totals agree.", Last: true},
		Bands: []reports.Band{{reports.Table[term]{Title: "What the numbers mean", Columns: []reports.Column[term]{
			reports.Text("Measure", "", func(t term) string { return t.name }).Bold(),
			reports.Wrap("Meaning", "", func(t term) string { return t.meaning }),
			reports.Wrap("Calculation", "", func(t term) string { return t.how }),
			reports.Wrap("Source", "", func(t term) string { return t.source }),
		}, Rows: []term{
			{"Customer", "One buying organisation after merging duplicates", "Records joined on tax number, e-mail, phone, or name + address score; doubtful pairs stay apart and go to review", "erp.customers, shop.users"},
			{"Net profit after cost to serve", "What the customer leaves after we served them", "Gross profit − orders × handling cost − drops × drop cost − visits × visit cost − calls × call cost − returns − credit cost, per customer", "erp.invoices"},
		}}}},
	}
}

func sample(n int) reports.Workbook {
	trend := []float64{12, 11, 14, 9, 10, 12, 13, 14, 15, 14, 14.5, 14, 15}
	return reports.Workbook{
		Name: "sales", Title: "Sales report – October 2026", Subject: "Customer profitability, risk and territory performance", Company: "3M & Sons",
		Currency: "EUR", Language: "en-GB", AsOf: asOf, FileName: "sales_all_2026-10-31.xlsx",
		Stamp: reports.Stamp{
			AsOf: "As of 31 Oct 2026", Period: "October 2026", Comparison: "compared with October 2025", Money: "EUR net of VAT and returns",
			Scope: "All territories · 8 reps", Edition: "1a2b3c4d", DataTo: "31 Oct 2026 18:22",
		},
		Overview: &reports.Overview{
			Head: reports.Head{
				Tab: "Overview", Title: "Sales report – October 2026", Question: "Are sales on track, and what should the sales team do this week?",
				Finding: "Revenue is 4.1 % above last year and at 99.6 % of target; profit grew 1.7 %, and € 418 k a year is at risk in 103 accounts.",
			},
			Tiles: []reports.Tile{
				{Key: "revenue", Label: "Revenue, October", Value: reports.MoneyValue(euros(19_141_785)), Delta: reports.DeltaPercentValue(0.041), Against: "vs Oct 2025", NoteValue: reports.PercentValue(0.996), Note: "of target € 19.22 M", Trend: trend, Points: monthNames},
				{Key: "profit", Label: "Customer profit after cost to serve", Value: reports.MoneyValue(euros(2_290_000)), Delta: reports.DeltaPercentValue(0.017), Against: "vs Oct 2025", Note: "12.0 % of revenue (last year 12.2 %)", Trend: trend, Points: monthNames},
				{Key: "risk", Label: "Revenue at risk, next 12 months", Value: reports.MoneyValue(euros(418_000)), Delta: reports.DeltaPercentValue(-0.082).LowerIsBetter(), Against: "vs last month", Note: "103 accounts at 35 % risk or more", Trend: trend, Points: monthNames},
				{Key: "complaints", Label: "Open complaints", Value: reports.CountValue(189), Against: "first report, no comparison", NoteValue: reports.CountValue(58), Note: "customers wait more than 7 days"},
				{Key: "contracts", Label: "Contracts met", Value: reports.Percent0Value(0.5), Delta: reports.DeltaPointsValue(3.1), Against: "vs last year", Note: "€ 669 k short of agreed volume", Trend: trend, Points: monthNames},
			},
			Actions: []reports.Action{
				{Do: "Call the 12 accounts most likely to leave", Why: "They hold 71 % of all revenue at risk.", Worth: reports.MoneyValue(euros(294_900)), Where: "Top customers", Who: "Each rep, by Wednesday"},
				{Do: "Answer the 178 enquiries nobody has replied to", Why: "The oldest has waited 170 days.", Worth: reports.MoneyValue(euros(210_600)), Where: "Pipeline", Who: "Inside sales, by Friday"},
			},
			Bands: []reports.Band{{monthly(), bridge()}},
		},
		Pages: []reports.Page{listPage(n), boardPage(), reviewPage(), methodPage()},
	}
}

func monthly() reports.Chart {
	c := reports.Chart{
		Kind: reports.Columns, Message: "Revenue beat last year in 9 of 12 months", Unit: "Revenue by month, ¤ k · blue-green = last 12 months, grey = year before",
		Categories: monthNames[1:], Value: reports.KindMoneyK, Alt: "October 1,734 after 1,569.",
		Series: []reports.Series{{Name: "Year before", Role: reports.Previous}, {Name: "Last 12 months"}, {Name: "Target", Role: reports.Target}},
	}
	for i := range 12 {
		c.Series[0].Values = append(c.Series[0].Values, 1_450_000+float64(i%5)*60_000)
		c.Series[1].Values = append(c.Series[1].Values, 1_500_000+float64(i%6)*70_000)
		c.Series[2].Values = append(c.Series[2].Values, 1_600_000)
	}
	return c
}

func bridge() reports.Chart {
	return reports.Chart{
		Kind: reports.Columns, Message: "Growth more than made up € 3.3 M of losses", Unit: "Change in revenue against last year, ¤ k",
		Categories: []string{"Lost", "Declining", "Growing", "New", "Net change"}, Value: reports.KindDeltaMoneyK, Signed: true, Labels: true,
		Series: []reports.Series{{Name: "Change", Values: []float64{-1_328_394, -1_964_307, 2_393_165, 1_650_421, 750_885}}}, Alt: "Net change +751.",
	}
}
