package pages

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// Every title of a chart and every finding of the marketing sheets, on data that rise
// and on data that fall.

func part(of, all int64) metrics.Rate { return metrics.Rate{Part: of, Of: all} }

func meanIs(x float64, n int64) metrics.Mean {
	return metrics.Mean{N: n, Mean: extract.Some(extract.Decimal(x * float64(extract.One)))}
}

func dec(x float64) extract.Opt[extract.Decimal] {
	return extract.Some(extract.Decimal(x * float64(extract.One)))
}

func TestTheMarketingFindingFollowsTheSign(t *testing.T) {
	for want, change := range map[string]func(*metrics.Results){
		"Revenue of 12 months is € 110, 10.0 % above last year; 10.0 % of last year's customers left (20.0 % the year before).": func(r *metrics.Results) {
			r.Overview.Revenue.Customers, r.Overview.RevenueBefore.Customers = euros(110), euros(100)
			r.Overview.Attrition, r.Overview.Before = part(1, 10), part(2, 10)
		},
		"Revenue of 12 months is € 80, 20.0 % below last year; 30.0 % of last year's customers left.": func(r *metrics.Results) {
			r.Overview.Revenue.Customers, r.Overview.RevenueBefore.Customers = euros(80), euros(100)
			r.Overview.Attrition = part(3, 10)
		},
		"No revenue in the last 24 months.": func(*metrics.Results) {},
	} {
		same(t, over(change).marketingFinding(), want)
	}
}

func TestMonthlyAttritionIsComparedWithTheYearBefore(t *testing.T) {
	b := over(func(*metrics.Results) {})
	months := func(before, now int64) (out []metrics.AttritionMonth) {
		for i := range 24 {
			m := metrics.AttritionMonth{Opening: 100, Lost: before}
			if i >= 12 {
				m.Lost = now
			}
			out = append(out, m)
		}
		return out
	}
	same(t, b.attritionMessage(months(2, 5)), "5.0 % of customers leave in a month, 2.0 % in the 12 months before")
	same(t, b.attritionMessage(months(5, 2)), "2.0 % of customers leave in a month, 5.0 % in the 12 months before")
	same(t, b.attritionMessage(months(2, 5)[12:]), "5.0 % of customers leave in a month")
	same(t, b.attritionMessage(nil), "No customer was active in these months")

	if c := b.attritionChart(); len(c.Series) != 1 {
		t.Error("a target nobody set is drawn")
	}
	b.r.Rules.AttritionTarget, b.r.Attrition.Months = extract.One*3/100, months(2, 5)
	same(t, b.attritionMessage(months(2, 5)), "5.0 % of customers leave in a month, 2.0 % in the 12 months before; the target is 3.0 %")
	if c := b.attritionChart(); len(c.Series) != 2 || c.Series[1].Role != reports.Target || len(c.Series[1].Values) != 24 || c.Series[1].Values[23] != .03 {
		t.Errorf("the target of 3 %% is drawn as %+v", c.Series[1:])
	}
}

func TestAttritionThatRoseIsSaidToHaveRisen(t *testing.T) {
	b := over(func(r *metrics.Results) { r.Attrition.Year, r.Attrition.Before = part(4, 10), part(1, 10) })
	same(t, b.attritionFinding(), "4 of 10 customers active a year ago left (40.0 %), 30.0 pp more than the year before.")
	level := over(func(r *metrics.Results) { r.Attrition.Year, r.Attrition.Before = part(1, 10), part(1, 10) })
	same(t, level.attritionFinding(), "1 of 10 customers active a year ago left (10.0 %), as many as the year before.")
}

func TestSegmentsNameTheFastestAndTheSlowest(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.RFM.ByType = []group{{Name: "Hotels", Customers: 9, Revenue: euros(120), RevenueBefore: euros(100)}, {Name: "Bars", Customers: 9, Revenue: euros(70), RevenueBefore: euros(100)}}
	})
	same(t, b.segmentFinding(), "Fastest: Hotels (+20.0 %), slowest: Bars (−30.0 %); no segment brings revenue.")
	same(t, b.growthChart().Message, "Fastest: Hotels (+20.0 %), slowest: Bars (−30.0 %)")
	b.r.RFM.ByType = b.r.RFM.ByType[1:]
	same(t, b.growthChart().Message, "Bars: −30.0 %")
	b.r.RFM.ByType = nil
	same(t, b.growthChart().Message, "No business type can be compared with last year")
}

func TestTheLadderCountsWhoReachedItsTop(t *testing.T) {
	rungs := []metrics.Rung{{Group: group{Name: metrics.Purchase, Customers: 30}}, {Group: group{Name: metrics.Loyalty, Customers: 10}}}
	b := over(func(r *metrics.Results) { r.RFM.Total.Customers, r.Ladder.Rungs = 40, rungs })
	same(t, b.ladderMessage(), "25 % of 40 buyers stand at loyalty")
	b.r.Ladder.Rungs = rungs[:1]
	same(t, b.ladderMessage(), "0 % of 40 buyers stand at loyalty")
	b.r.RFM.Total.Customers = 0
	same(t, b.ladderMessage(), "Nobody has bought yet")
}

func TestLifetimeSaysGainAndLossAlike(t *testing.T) {
	tenths := func(first, last int64) func(*metrics.Results) {
		return func(r *metrics.Results) {
			r.Lifetime = metrics.Lifetime{Months: 36, Past: euros(50), Ahead: euros(first + last), Tenths: []group{{Ahead: euros(first)}, {Ahead: euros(last)}}}
		}
	}
	same(t, over(tenths(60, 40)).tenthMessage(), "The best tenth is expected to bring € 60")
	same(t, over(tenths(60, -20)).tenthMessage(), "The best tenth is expected to bring € 60, the last to cost € 20")
	same(t, over(tenths(60, 40)).lifetimeFinding(), "Customers have brought € 50 to date and are expected to bring € 100 in the next 36 months; the best tenth holds 60 % of it.")
	same(t, over(tenths(60, -80)).lifetimeFinding(), "Customers have brought € 50 to date and are expected to bring −\u202f€ 20 in the next 36 months.")
	same(t, over(func(*metrics.Results) {}).tenthMessage(), "Too few customers to divide into tenths")
}

func TestTheTypeWorthMostIsNamedEvenWhereAllCostMoney(t *testing.T) {
	worth := func(hotels, bars int64) *book {
		return over(func(r *metrics.Results) {
			r.Lifetime.ByType = []group{{Name: "Hotels", Customers: 10, Estimated: 10, Ahead: euros(hotels)}, {Name: "Bars", Customers: 10, Estimated: 10, Ahead: euros(bars)}}
		})
	}
	same(t, worth(500, 900).lifetimeTypeChart().Message, "Worth most: Bars, € 90 a customer")
	same(t, worth(-500, -900).lifetimeTypeChart().Message, "Worth most: Hotels, −\u202f€ 50 a customer")
	same(t, over(func(*metrics.Results) {}).lifetimeTypeChart().Message, "No business type has enough customers to compare")
}

func TestBreadthIsSetBesideWhatItBringsUpOrDown(t *testing.T) {
	bought := func(one, many int64) *book {
		return over(func(r *metrics.Results) {
			r.Products.PerCustomer, r.Products.PerHousehold = meanIs(2.5, 20), meanIs(3, 15)
			r.Products.ByCount = []group{{Name: "1", Customers: 10, Revenue: euros(10 * one)}, {Name: "5 and more", Customers: 10, Revenue: euros(10 * many)}}
		})
	}
	same(t, bought(10, 90).productFinding(), "Customers buy 2.50 product categories, households 3.00; each customer of 5 and more categories brings € 90 of revenue, of 1 category € 10.")
	same(t, bought(90, 10).breadthMessage(), "Each customer of 5 and more categories brings € 10 of revenue, of 1 category € 90")
	same(t, over(func(*metrics.Results) {}).breadthMessage(), "Too few customers differ in breadth to compare")
}

func TestTheCategoryThatReachesMostIsNamedWhateverTheOrder(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Products.Categories = []metrics.Category{{Name: "Tea", Customers: part(3, 10)}, {Name: "Cups", Customers: part(7, 10)}}
	})
	same(t, b.categoryChart().Message, "Cups reaches 70 % of customers")
	same(t, over(func(*metrics.Results) {}).categoryChart().Message, "No category was bought")
}

func TestUnhappyCustomersMayHaveTheLowerRisk(t *testing.T) {
	answers := func(low, high float64) []metrics.AnswerRisk {
		return []metrics.AnswerRisk{{Score: 1, Risk: meanIs(low, 20)}, {Score: 3, Risk: meanIs(.3, 20)}, {Score: 5, Risk: meanIs(high, 20)}}
	}
	same(t, answerMessage(answers(.5, .1)), "Customers who answer 1 have a risk of 50 %, those who answer 5 of 10 %")
	same(t, answerMessage(answers(.1, .5)), "Customers who answer 1 have a risk of 10 %, those who answer 5 of 50 %")
}

func TestSatisfactionNamesChannelsOnlyBeyondChance(t *testing.T) {
	channels := func(stands bool, by float64) []cell {
		return []cell{{Channel: "Phone", Mean: meanIs(4, 20), Apart: metrics.Change{By: dec(by), Stands: stands}}, {Channel: "Shop", Mean: meanIs(3, 20)}}
	}
	b := over(func(r *metrics.Results) {
		r.Satisfaction = metrics.Satisfaction{Mean: meanIs(4.25, 20), Top: part(15, 20), Channels: channels(true, .5)}
	})
	same(t, b.satisfactionFinding(), "20 customers rate us 4.25 of 5 on average, 75 % with one of the two best answers; Phone is rated higher than the others (4.00).")
	b.r.Satisfaction.Channels = channels(true, -.5)
	same(t, b.satisfactionFinding(), "20 customers rate us 4.25 of 5 on average, 75 % with one of the two best answers; Phone is rated lower than the others (4.00).")
	b.r.Satisfaction.Channels, b.r.Satisfaction.ByAnswer = channels(false, .5), []metrics.AnswerRisk{{Score: 2, Risk: meanIs(.4, 20)}, {Score: 5, Risk: meanIs(.2, 20)}}
	same(t, b.satisfactionFinding(), "20 customers rate us 4.25 of 5 on average, 75 % with one of the two best answers; no channel stands out beyond chance; customers who answer 2 have a risk of 40 %, those who answer 5 of 20 %.")
	b.r.Satisfaction.Mean = meanIs(4.25, 1)
	same(t, b.satisfactionFinding(), "1 customer answered in 12 months: too few to speak of a mean.")
}

func TestComplaintsAreOfTheirMostFrequentSubject(t *testing.T) {
	said := func(list ...metrics.Tally) *book {
		return over(func(r *metrics.Results) { r.Service.Reasons = list })
	}
	same(t, said(metrics.Tally{Name: "Late", Count: 15}, metrics.Tally{Name: "Wrong", Count: 5}).complaintMessage(), "“Late” is the subject of 75 % of 20 complaints")
	same(t, said(metrics.Tally{Name: "Late", Count: 1}, metrics.Tally{Name: "Wrong", Count: 1}).complaintMessage(), "2 complaints in 12 months, most about “Late”")
	same(t, said(metrics.Tally{Count: 1}).complaintMessage(), "1 complaint in 12 months, most about “Not recorded”")
	same(t, said().complaintMessage(), "Nobody complained in 12 months")
}

func TestTheNeedsChartSaysWhatItsFindingSays(t *testing.T) {
	q := question{Text: "What matters?", Respondents: 20, Answers: []metrics.NeedShare{{Name: "On time", Said: part(12, 20)}}}
	b := over(func(r *metrics.Results) { r.Needs.Questions = []question{q} })
	same(t, b.needChart(q).Message, "“On time” is the answer given most: by 60 % of 20 customers asked")
	same(t, b.needFinding(), "“On time” is the answer given most: by 60 % of 20 customers asked.")
	q.Respondents = 2
	same(t, b.needChart(q).Message, "Too few answers to compare")
}

func TestInitiativesThatDoNotPaySaySo(t *testing.T) {
	register := func(nets ...int64) *book {
		return over(func(r *metrics.Results) {
			for _, n := range nets {
				r.BottomLine.Initiatives = append(r.BottomLine.Initiatives, graded{Initiative: Initiative{Wording: "Call ahead."}, Known: true, Net: euros(n)})
				r.BottomLine.Expected += euros(max(0, n))
			}
		})
	}
	same(t, register(70, -5).initiativeMessage(), "“Call ahead” brings most: € 70 in the first year")
	same(t, register(70, -5).initiativeFinding(), "1 of 2 initiatives are expected to pay, by € 70 a year together, each customer counted once; “Call ahead” brings most: € 70 in the first year.")
	same(t, register(-5, -9).initiativeMessage(), "“Call ahead” comes closest to paying: −\u202f€ 5 in the first year")
	same(t, register(-5, -9).initiativeFinding(), "None of 2 initiatives is expected to pay for itself within a year.")
	scoped := register(-5, -9)
	scoped.r.Scope.Territory = "South"
	same(t, scoped.initiativeFinding(), "None of 2 initiatives is expected to pay for itself within a year by the customers of South alone.")
	same(t, register().initiativeMessage(), "What the initiatives would bring is not known")
	same(t, register().initiativeFinding(), "Nothing to rank yet: the register of initiatives is empty, and no theme is shared by enough customers; what to fill in stands below.")
}

// Without themes the sheet still lists what troubles customers, and sends to it.
func TestSignsReadOffOrdersAreNamedWhereThereAreNoThemes(t *testing.T) {
	b := over(func(r *metrics.Results) {
		f := &transform.Figures{}
		f.Orders, f.Reason, f.Revenue = 1, transform.ReasonQuiet, euros(100)
		f.Risk, f.RevenueAtRisk = extract.Some(extract.One/2), extract.Some(euros(50))
		r.Rows = append(r.Rows, f)
	})
	list := b.troubles()
	if len(list) != 1 {
		t.Fatalf("signs %v", list)
	}
	same(t, b.initiativeFinding(), "The register of initiatives is empty; what troubles customers most, read off their orders, is “"+list[0].name+"” with "+strings.ReplaceAll(b.money(list[0].stake), reports.NBSP, " ")+" a year at stake.")
}

func TestThemesAreNamedByTheMoneyInThem(t *testing.T) {
	themes := func(stake int64) *book {
		return over(func(r *metrics.Results) { r.BottomLine.Themes = []themed{{Name: "Late", Stake: euros(stake)}} })
	}
	same(t, themes(40).themeChart().Message, "“Late” puts most at stake: € 40")
	same(t, themes(40).initiativeFinding(), "The register of initiatives is empty; the largest theme is “Late” with € 40 a year at stake.")
	same(t, themes(0).themeChart().Message, "No theme with money at stake was found")
	same(t, themes(0).initiativeFinding(), "The register of initiatives is empty, and no theme goes with fewer orders than customers alike place.")
}

func TestProspectsAreCountedAsEnquiries(t *testing.T) {
	b := over(func(*metrics.Results) {})
	same(t, prospectFinding([]prospect{{Enquiries: 2, Value: extract.Some(euros(30)), Score: extract.Some(euros(6)), Chance: dec(.2)}, {Enquiries: 1, Chance: dec(.1)}}, b), "3 open enquiries of people who allow contact or have not said, worth € 30; expected to bring € 6; the best chance to be won is 20 in 100.")
	same(t, prospectFinding([]prospect{{Enquiries: 1}}, b), "1 open enquiry of people who allow contact or have not said.")
}

func TestTheForecastIsSetBesideWhatCameUpOrDown(t *testing.T) {
	came := func(expected, got float64) *book {
		return over(func(r *metrics.Results) {
			r.Lifetime.Calibrated = []metrics.RaceTenth{{Expected: dec(expected), Came: dec(got)}}
		})
	}
	same(t, came(20, 25).calibrationMessage(), "The tenth forecast to order most: 20.0 order days each, 25.0 came")
	same(t, came(25, 20).calibrationMessage(), "The tenth forecast to order most: 25.0 order days each, 20.0 came")
}

func TestAPaybackNobodyWillSeeIsLeftBlank(t *testing.T) {
	for months, want := range map[float64]bool{12: true, 120: true, 121: false} {
		if _, ok := payback(graded{Payback: dec(months)}); ok != want {
			t.Errorf("a payback of %v months is shown: %v", months, ok)
		}
	}
}

// The last line of the matrix is the mean of the channels' answers about a product,
// weighted by how many they are.
func TestTheMatrixClosesWithAllChannelsAndAllProducts(t *testing.T) {
	g := over(func(r *metrics.Results) {
		r.Rules.MinSample = 5
		r.Satisfaction = metrics.Satisfaction{
			Mean:     meanIs(3.5, 30),
			Channels: []cell{{Channel: "phone", Mean: meanIs(3, 10)}, {Channel: "shop", Mean: meanIs(4, 20)}},
			Cells:    []cell{{Channel: "phone", Mean: meanIs(2, 5)}, {Channel: "phone", Product: "Tea", Mean: meanIs(3, 5)}, {Channel: "shop", Product: "Tea", Mean: meanIs(5, 15)}},
		}
	}).matrix().Grid()
	if g.Len != 2 || g.Totals != 1 || len(g.Columns) != 5 {
		t.Fatalf("%d rows, %d closing rows, %d columns", g.Len, g.Totals, len(g.Columns))
	}
	same(t, g.Columns[1].Text+", "+g.Columns[2].Text, "Tea, Not recorded") // what names no product closes the row
	total := g.Total(0)
	same(t, total[1].String()+" "+total[2].String()+" "+total[3].String()+" "+total[4].String(), "4.5 2 3.5 30")
}
