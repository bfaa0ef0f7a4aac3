package pages

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

func over(change func(*metrics.Results)) *book {
	r := &metrics.Results{Period: october, Rules: testRules()}
	change(r)
	return open(Input{Currency: "EUR", Results: r})
}

func same(t *testing.T, got, want string) {
	t.Helper()
	if got = strings.ReplaceAll(got, reports.NBSP, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestTheSalesFindingFollowsTheSign(t *testing.T) {
	revenue := func(now, before int64) func(*metrics.Results) {
		return func(r *metrics.Results) {
			r.Overview.Revenue.Customers, r.Overview.RevenueBefore.Customers = euros(now), euros(before)
		}
	}
	for name, c := range map[string]struct {
		change func(*metrics.Results)
		want   string
	}{
		"rising":        {revenue(104_000, 100_000), "Revenue of 12 months is € 104 k, 4.0 % above last year."},
		"falling":       {revenue(98_000, 100_000), "Revenue of 12 months is € 98 k, 2.0 % below last year."},
		"level":         {revenue(100_000, 100_000), "Revenue of 12 months is € 100 k, level with last year."},
		"no last year":  {revenue(100_000, 0), "Revenue of 12 months is € 100 k."},
		"nothing":       {revenue(0, 0), "No revenue in the last 24 months."},
		"only credited": {revenue(-500, 0), "Revenue of 12 months is −\u202f€ 500."},
		"one at risk": {func(r *metrics.Results) {
			revenue(10, 0)(r)
			r.Overview.AtRisk, r.Overview.RevenueAtRisk = 1, euros(5)
		}, "Revenue of 12 months is € 10; € 5 a year is at risk in 1 account."},
	} {
		t.Run(name, func(t *testing.T) { same(t, over(c.change).salesFinding(), c.want) })
	}
}

func TestWhatMovedRevenueFollowsTheSign(t *testing.T) {
	b := over(func(*metrics.Results) {})
	for _, c := range []struct {
		m    metrics.Moved
		want string
	}{
		{metrics.Moved{Growing: euros(9), Lost: -euros(4)}, "Gains of € 9 more than made up € 4 of losses"},
		{metrics.Moved{New: euros(3), Declining: -euros(4)}, "Gains of € 3 did not make up € 4 of losses"},
		{metrics.Moved{New: euros(4), Declining: -euros(4)}, "Gains and losses of € 4 balance"},
		{metrics.Moved{New: euros(4)}, "Customers bought € 4 more and nobody bought less"},
		{metrics.Moved{New: -euros(4), Growing: euros(1)}, "Gains of € 1 did not make up € 4 of losses"},
		{metrics.Moved{Lost: -euros(4)}, "Customers bought € 4 less and nobody bought more"},
		{metrics.Moved{}, "No customer's revenue moved"},
	} {
		same(t, b.movedMessage(c.m), c.want)
	}
}

func TestTheMonthsMessageCountsMonthsThatCanBeCompared(t *testing.T) {
	pair := func(now, before int64) metrics.MonthPair {
		return metrics.MonthPair{Revenue: euros(now), Before: euros(before)}
	}
	same(t, monthsMessage([]metrics.MonthPair{pair(2, 1), pair(1, 2), pair(3, 4), pair(5, 0)}), "Revenue beat last year in 1 of the 3 months that had any the year before")
	same(t, monthsMessage([]metrics.MonthPair{pair(1, 2), pair(1, 2), pair(1, 2), pair(9, 0)}), "Revenue stayed below last year in all of the 3 months that had any the year before")
	same(t, monthsMessage([]metrics.MonthPair{pair(2, 1), pair(1, 2), pair(3, 4)}), "Revenue beat last year in 1 of 3 months")
	same(t, monthsMessage([]metrics.MonthPair{pair(1, 2), pair(1, 2), pair(1, 2)}), "Revenue stayed below last year in all of 3 months")
	same(t, monthsMessage([]metrics.MonthPair{pair(2, 1), pair(1, 2), pair(5, 0)}), "Revenue by month; only 2 months of the year before had revenue")
	same(t, monthsMessage([]metrics.MonthPair{pair(1, 0)}), "Revenue by month; there is no year before to compare with")
	same(t, monthsMessage(nil), "Revenue by month; there is no year before to compare with")
}

func TestRevenueBelowZeroHasNoGrowth(t *testing.T) {
	b := over(func(*metrics.Results) {})
	for _, c := range []struct {
		now, before int64
		want        string
	}{
		{12, 10, ", 20.0 % above last year"},
		{-32, 10, ", after € 10 the year before"},
		{12, -10, ", after −\u202f€ 10 the year before"},
		{12, 0, ""},
	} {
		same(t, b.compared(euros(c.now), euros(c.before)), c.want)
	}
}

func TestMoversNameOnlyWhoMoved(t *testing.T) {
	b := over(func(*metrics.Results) {})
	moved := func(now, before int64) row {
		f := &transform.Figures{}
		f.Revenue, f.RevenueBefore = euros(now), euros(before)
		return f
	}
	same(t, b.moversFinding([]row{moved(1, 5)}, []row{moved(3, 2)}), "1 account fell by € 4 in all and 1 gained € 1.")
	same(t, b.moversFinding(nil, []row{moved(3, 2)}), "1 account gained € 1.")
	same(t, b.moversFinding([]row{moved(1, 5)}, nil), "1 account fell by € 4 in all.")
}

func TestHandfulsAreCountedNotShared(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Overview.Active, r.Overview.ActiveBefore = 3, 1
		r.Overview.Orders, r.Overview.OrdersBefore = metrics.Counts{Customers: 13}, metrics.Counts{Customers: 2}
		r.RFM.Total.Customers, r.Rules.MinSample = 6, 10
		r.Ladder.Rungs = []metrics.Rung{{Group: metrics.Group{Name: metrics.Loyalty, Customers: 1}}}
	})
	same(t, b.change(b.tileActive().Delta)+" "+b.tileActive().Against, "▲ 2 vs last year: 1")
	same(t, b.tileOrders().Note, "12 months: 13 (2 the year before)")
	same(t, b.ladderMessage(), "At loyalty: 1 of 6 buyers")
}

func TestProfitNeedsTheCostOfHalfTheSales(t *testing.T) {
	for known, want := range map[extract.Decimal]bool{extract.One * 49 / 100: false, extract.One / 2: true, 0: true} {
		b := over(func(r *metrics.Results) {
			f := transform.Figures{}
			f.Orders, f.Net = 1, extract.Some(euros(1))
			r.Rows, r.Data.CostKnown = []*transform.Figures{&f}, extract.Some(known)
		})
		if b.profitable() != want {
			t.Errorf("profit shown with the cost of %v of sales known: %v", known, b.profitable())
		}
		if !want {
			same(t, b.noProfit(), "the cost of goods is known of 49.0 % of sales only")
		}
	}
}

func TestMeansAndRatesOfAHandfulStayBlank(t *testing.T) {
	b := over(func(r *metrics.Results) { r.Rules.MinSample = 10 })
	for n, want := range map[int64]bool{0: false, 9: false, 10: true} {
		if _, ok := b.each(euros(100), n); ok != want {
			t.Errorf("the mean of %d is shown: %v", n, ok)
		}
		if _, ok := b.monthRate(metrics.AttritionMonth{Opening: n, Lost: 1}); ok != want {
			t.Errorf("attrition of %d is shown: %v", n, ok)
		}
	}
}

func TestUnansweredEnquiriesOfUnknownWorthAreStillToBeAnswered(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Prospects = metrics.Prospects{Rows: []metrics.Prospect{{Unanswered: 1, Waiting: 9}}, Unanswered: 1, Open: 1}
	})
	list := b.salesActions()
	if len(list) != 1 || list[0].Worth.Known {
		t.Fatalf("actions are %+v, want one without a worth", list)
	}
	same(t, list[0].Why, "The oldest has waited for 9 days; no value is recorded.")
}

func TestNothingIsDoneAboutProfitThatIsNotShown(t *testing.T) {
	loser := transform.Figures{}
	loser.ID, loser.Orders, loser.Net = "A", 1, extract.Some(-euros(100))
	for known, want := range map[extract.Decimal]int{extract.One / 20: 0, extract.One: 1} {
		b := over(func(r *metrics.Results) {
			r.Rows, r.Profitability.LossMakers = []*transform.Figures{&loser}, []transform.CustomerID{"A"}
			r.Data.CostKnown = extract.Some(known)
			r.CrossSell.Across.Losing = metrics.Rate{Part: 1, Of: 1}
		})
		if n := len(b.salesActions()); n != want || b.hasCrossLosers() != (want > 0) {
			t.Errorf("with the cost of %v of sales known there are %d actions, loss-making cross-buyers shown: %v", known, n, b.hasCrossLosers())
		}
	}
}

func TestCustomersWonAndLost(t *testing.T) {
	same(t, flowMessage([]metrics.AttritionMonth{{New: 3, Lost: 1}}), "In 1 month 3 customers were won and 1 lost")
	same(t, flowMessage([]metrics.AttritionMonth{{New: 3, Returned: 2, Lost: 1}}), "In 1 month 3 customers were won, 2 won back and 1 lost")
	same(t, flowMessage([]metrics.AttritionMonth{{New: 1, Lost: 5}, {}}), "In 2 months 5 customers were lost and only 1 won")
	same(t, flowMessage([]metrics.AttritionMonth{{Returned: 1, Lost: 5}}), "In 1 month 5 customers were lost and only 0 won and 1 won back")
	same(t, flowMessage(nil), "In 0 months nobody came and nobody left")
}

func TestAttritionOfFewIsNotSpokenOf(t *testing.T) {
	few := over(func(r *metrics.Results) { r.Attrition.Year = metrics.Rate{Part: 1, Of: 2} })
	same(t, few.attritionFinding(), "Too few customers were active a year ago to speak of attrition (2).")
	more := over(func(r *metrics.Results) {
		r.Attrition.Year, r.Attrition.Before = metrics.Rate{Part: 1, Of: 10}, metrics.Rate{Part: 3, Of: 10}
		r.Attrition.Gone = metrics.Gone{Customers: 1, Revenue: euros(70)}
	})
	same(t, more.attritionFinding(), "1 of 10 customers active a year ago left (10.0 %), 20.0 pp less than the year before; with them went € 70 of revenue (12 months to their last order).")
}

func TestTerritoriesAgainstTarget(t *testing.T) {
	row := func(name string, revenue, target int64) territory {
		g := territory{Target: extract.Some(euros(target))}
		g.Name, g.Revenue = name, euros(revenue)
		return g
	}
	b := over(func(*metrics.Results) {})
	same(t, b.territoryFinding([]territory{row("North", 80, 100), row("South", 95, 100), row("West", 120, 100)}), "2 of 3 territories miss target; North is furthest behind at 80.0 %.")
	same(t, b.territoryFinding([]territory{row("North", 100, 100), row("South", 101, 100)}), "All 2 territories are at or above target; North is nearest to it at 100.0 %.")
	same(t, b.territoryFinding([]territory{row("North", 103, 100)}), "North is at 103.0 % of target.")
	same(t, b.territoryFinding([]territory{row("North", 97, 100)}), "North is at 97.0 % of target.")
	same(t, b.territoryFinding([]territory{row("North", 100, 100), row("South", 90, 100)}), "1 of 2 territories misses target: South, at 90.0 %.")
	same(t, b.territoryFinding(nil), "No territory can be compared with last year.")
	whole := row("", 950, 1000)
	b.r.Overview.Whole = []territory{whole}
	same(t, b.territoryFinding([]territory{row("North", 80, 100)}), "North is at 80.0 % of target, the company at 95.0 %.")
	same(t, b.territoryFinding([]territory{row("North", 120, 100)}), "North is at 120.0 % of target, the company at 95.0 %.")
}

var broken = regexp.MustCompile(`%!|NaN|Inf\b|\b1 (customers|accounts|orders|checks|days|enquiries)\b|, ,|;\.|\.\.`)

// Every page must have a title, a question, a finding that is one sentence, on a
// growing and on a falling company alike.
func TestEveryPageIsHeaded(t *testing.T) {
	for _, trend := range []int{30, -30} {
		in := company(t, trend)
		for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
			heads := []reports.Head{wb.Overview.Head}
			for _, p := range wb.Pages {
				heads = append(heads, p.Sheet().Head)
			}
			for _, h := range heads {
				if h.Tab == "" || h.Title == "" || !strings.HasSuffix(h.Question, "?") || !strings.HasSuffix(h.Finding, ".") || len(h.Tab) > 31 {
					t.Errorf("trend %d: head of %q: %q %q %q", trend, h.Tab, h.Title, h.Question, h.Finding)
				}
				if !strings.ContainsAny(h.Finding, "0123456789") {
					t.Errorf("trend %d: finding of %s has no number: %s", trend, h.Tab, h.Finding)
				}
			}
			whole := dump(t, wb)
			for _, bad := range broken.FindAllStringIndex(whole, 5) {
				t.Errorf("trend %d: …%s…", trend, whole[max(0, bad[0]-60):min(len(whole), bad[1]+30)])
			}
		}
	}
}

func dump(t *testing.T, wb reports.Workbook) string {
	t.Helper()
	var b strings.Builder
	if err := reports.DumpOverview(&b, *wb.Overview); err != nil {
		t.Fatal(err)
	}
	for _, p := range wb.Pages {
		if err := reports.Dump(&b, p); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func TestEachWorkbookHasTwoChartsAtLeast(t *testing.T) {
	in := company(t, 5)
	for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
		n := 0
		bands := wb.Overview.Bands
		for _, p := range wb.Pages {
			bands = append(bands, p.Sheet().Bands...)
		}
		for _, band := range bands {
			for _, blk := range band {
				if c, ok := blk.(reports.Chart); ok && c.Drawable() {
					n++
					if c.Message == "" || c.Unit == "" || c.Alt == "" {
						t.Errorf("%s: chart %s says too little: %q %q %q", wb.Name, c.Key, c.Message, c.Unit, c.Alt)
					}
				}
			}
		}
		if n < 4 {
			t.Errorf("%s has %d charts", wb.Name, n)
		}
	}
}

func TestAWeekIsCalledAWeek(t *testing.T) {
	in := company(t, 5)
	in.Results.Period = transform.Period{Kind: transform.Weekly, From: extract.Date(2026, time.October, 5), To: extract.Date(2026, time.October, 12)}
	wb := Sales(in)
	same(t, wb.Title, "Sales report – week 41 of 2026")
	same(t, wb.Overview.Tiles[0].Against, "vs same week a year before")
	same(t, wb.Overview.Tiles[0].TrendName, "Revenue") // it shows months, not the week
	if s := Letter(in, wb).Subject; !strings.HasPrefix(s, "Sales week 41: €") {
		t.Errorf("subject %q", s)
	}
}

func TestThePipelineIsSetBesideTheGapToTheTarget(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Prospects.Expected = extract.Some(euros(50))
		r.Overview.Revenue.Customers = euros(800)
	})
	same(t, b.gapWords(), "; they are expected to bring € 50")
	b.r.Overview.Target = extract.Some(euros(1000))
	same(t, b.gapWords(), "; they are expected to bring € 50, 25 % of the € 200 that 12 months lack of target")
	b.r.Overview.Target = extract.Some(euros(800))
	same(t, b.gapWords(), "; they are expected to bring € 50 on top of a target that is met")
	b.r.Prospects.Expected = extract.Opt[Money]{}
	same(t, b.gapWords(), "")
}

func TestTheDeskSaysWhatIsNotRecorded(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Rules.MinSample = 3
		r.Service.Now.Reopened, r.Service.Was.Reopened = metrics.Rate{Part: 1, Of: 4}, metrics.Rate{Part: 2, Of: 4}
	})
	again := func() deskRow {
		for _, r := range b.settledRows() {
			if r.name == "Contacts opened again" {
				return r
			}
		}
		return deskRow{}
	}
	same(t, again().remark, "Not recorded (tickets.reopened)")
	same(t, again().now.String(), "")
	b.r.Data.Flows = []metrics.Flow{{Kind: extract.Tickets, Field: "reopened", Of: 4, Filled: 1}}
	r := again()
	same(t, r.remark, "")
	same(t, r.now.String()+" "+r.change.String(), "0.25 -25")
	if !r.change.Lower {
		t.Error("less would be shown as worse")
	}
	b.r.Service.Now.Reopened.Of = 2
	same(t, again().remark, "Fewer than 3 cases")
}

func TestNeedsSpeakOfWhatWasAskedForWhereNoQuestionnaireIs(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Needs.Demand = []metrics.Demand{{Name: "Tea", InRange: true, Customers: 2, Prospects: 1, Unknown: 2}, {Name: "Ovens", Customers: 1}}
	})
	same(t, b.needFinding(), "“Tea” is asked for most, by 5 customers and enquirers; “Ovens” is asked for most of what we do not offer, by 1 customer or enquirer.")
	same(t, b.needNote(), "What is asked for is read off enquiries: no source holds a questionnaire.")
	same(t, over(func(*metrics.Results) {}).needFinding(), "Nobody stated a need in 24 months.")
}

func TestTheBestSegmentIsNamedEvenWhereAllTogetherAreNotAboveZero(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.RFM.Segments = []metrics.Segment{{Group: metrics.Group{Name: "Loyal", Customers: 1, Revenue: euros(64)}}, {Group: metrics.Group{Name: "Lost", Customers: 1, Revenue: -euros(96)}}}
		r.RFM.Total = metrics.Group{Customers: 2, Revenue: -euros(32)}
	})
	same(t, b.segmentMessage(), "Segment Loyal brings most: € 64 of revenue, of −\u202f€ 32 in all")
}

func TestRiskIsNotTrustedWhereNoneWasEstimated(t *testing.T) {
	if n := over(func(r *metrics.Results) { r.Attrition.Model.Name = "Share of customers" }).trust(); n.Title != "Risk of leaving" || len(n.Lines) != 1 {
		t.Errorf("the sheet says %q", n)
	}
}

func TestNothingIsSaidOfBuyingWhereRevenueNamesNoProducts(t *testing.T) {
	rows := []metrics.Demand{{Name: "Tea", InRange: true, Customers: 2, Prospects: 1, Unknown: 2, Enquiries: 5, NotBought: 3}}
	for _, traced := range []bool{true, false} {
		g := over(func(r *metrics.Results) {
			r.Needs.Traced, r.Rules.RevenueFrom = traced, metrics.FromInvoices
		}).inRangeTable(rows).Grid()
		if (column(g, "Bought in 30 days") >= 0) != traced || (column(g, "Not bought") >= 0) != traced || (g.Note == "") != traced {
			t.Errorf("traced %v: columns %v, note %q", traced, g.Columns, g.Note)
		}
		if got := g.Row(0)[column(g, "Not yet customers")].Number; got != 3 {
			t.Errorf("%v are not yet customers, want the one known and the two of nobody", got)
		}
	}
}

func TestEmptyTablesSayWhyTheyAreEmpty(t *testing.T) {
	b := over(func(*metrics.Results) {})
	same(t, b.reasonTable().Note, "Nobody was active a year ago.")
	if themes := b.themeTable(); len(themes.Totals) > 0 || themes.Note != "No theme was found that enough customers share." {
		t.Errorf("themes: %d totals, %q", len(themes.Totals), themes.Note)
	}
	stayed := over(func(r *metrics.Results) { r.Attrition.Year.Of = 12 })
	same(t, stayed.reasonTable().Note, "Nobody who was active a year ago was lost since.")
}
