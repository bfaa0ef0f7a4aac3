package pages

import (
	"slices"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// ruled is a company whose last report was accepted by the rules there are, and whose
// rules then changed.
func ruled(t *testing.T, change func(*Input)) Input {
	t.Helper()
	in := company(t, 5)
	in.Previous = KeyFigures(in, Sales(in))
	for key, text := range KeyFigures(in, Marketing(in)) {
		in.Previous[key] = text
	}
	change(&in)
	return in
}

// freshOf lists the figures that are defined anew.
func freshOf(in Input) (out []string) {
	for _, d := range open(in).definitions() {
		if d.fresh {
			out = append(out, d.figure)
		}
	}
	return out
}

func TestAFigureIsDefinedAnewByTheRulesItHangsOnAndNoOthers(t *testing.T) {
	for _, c := range []struct {
		rule   string
		change func(*Input)
		want   string
	}{
		{"nothing", func(*Input) {}, ""},
		{"target", func(in *Input) { in.Results.Rules.AttritionTarget = extract.One / 50 }, ""},
		{"horizon", func(in *Input) { in.Results.Rules.Horizon = 120 }, "revenue_at_risk accounts_at_risk customers_at_risk"},
		{"risk_threshold", func(in *Input) { in.Results.Rules.RiskThreshold = extract.One / 2 }, "revenue_at_risk accounts_at_risk customers_at_risk"},
		{"lapsed_after", func(in *Input) { in.Results.Rules.LapsedAfter = 90 }, "active attrition revenue_at_risk accounts_at_risk customers_at_risk lifetime_value segments"},
		{"segments", func(in *Input) { in.Results.Rules.Segments.Money = metrics.MoneyTotal }, "segments"},
		{"products_by", func(in *Input) { in.Results.Rules.ProductsBy = metrics.ByProduct }, "categories quadrants"},
		{"profit_hurdle", func(in *Input) { in.Results.Rules.Hurdle = euros(10) }, "quadrants"},
		{"discount_rate", func(in *Input) { in.Results.Rules.DiscountRate = extract.One / 5 }, "lifetime_value"},
		{"lifetime_months", func(in *Input) { in.Results.Rules.LifetimeMonths = 12 }, "lifetime_value"},
		{"credit_rate", func(in *Input) { in.Results.Rules.CreditRate = extract.One / 5 }, "profit period_profit lifetime_value quadrants"},
		{"times", func(in *Input) { in.Results.Rules.Times = []metrics.TimeEquation{{Of: metrics.AnOrder}} }, "profit period_profit lifetime_value quadrants"},
		{"revenue_from", func(in *Input) { in.Results.Rules.RevenueFrom = metrics.FromInvoices }, "revenue revenue_12_months profit period_profit revenue_at_risk accounts_at_risk customers_at_risk contracts_met contracts lifetime_value quadrants"},
		{"many", func(in *Input) { in.Results.Products.Many++ }, "quadrants"},
		{"whom", func(in *Input) { in.Results.Lifetime.Winner += "other" }, "lifetime_value"},
	} {
		in := ruled(t, c.change)
		if c.rule == "whom" && open(company(t, 5)).r.Lifetime.Winner != "" {
			c.want = "" // another winner of the race is the same definition
		}
		if got := strings.Join(freshOf(in), " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.rule, got, c.want)
		}
	}
	everything := ruled(t, func(in *Input) { in.Excluded = "others" })
	if got := freshOf(everything); len(got) != len(metrics.Definitions()) {
		t.Errorf("others are left out of all figures, but only these are defined anew: %q", got)
	}
}

func TestNoStateIsComparedWithAnotherDefinitionOfIt(t *testing.T) {
	same, other := ruled(t, func(*Input) {}), ruled(t, func(in *Input) { in.Excluded = "others" })
	compared := []string{"revenue_at_risk", "open_complaints", "contracts_met", "lifetime_value", "categories"}
	seen := 0
	for i, wb := range []reports.Workbook{Sales(other), Marketing(other)} {
		before := []reports.Workbook{Sales(same), Marketing(same)}[i]
		for k, tile := range wb.Overview.Tiles {
			if !slices.Contains(compared, tile.Key) {
				continue
			}
			seen++
			if !before.Overview.Tiles[k].Delta.Known || tile.Delta.Known || tile.Against != "definition changed on 31 Oct 2026" {
				t.Errorf("%s: %+v", tile.Key, tile)
			}
		}
	}
	if seen != len(compared) {
		t.Errorf("%d of %d states were looked at", seen, len(compared))
	}
	var titles []string
	for _, c := range Letter(other, Sales(other)).Since {
		titles = append(titles, c.Title)
	}
	for _, want := range []string{
		"The at-risk list is not compared: definition changed on 31 Oct 2026", "Contracts are not compared: definition changed on 31 Oct 2026",
		"Definition changed on 31 Oct 2026, so not compared with the last report",
	} {
		if !slices.Contains(titles, want) {
			t.Errorf("the letter lacks %q: %q", want, titles)
		}
	}
}

func TestTheLetterSaysWhichRuleChangedAndOfWhat(t *testing.T) {
	in := ruled(t, func(in *Input) { in.Results.Rules.Horizon, in.Results.Rules.DiscountRate = 120, extract.One*12/100 })
	list := open(in).redefinitions()
	if len(list) != 1 {
		t.Fatalf("%+v", list)
	}
	want := []string{
		"Risk looks 120 days ahead, was 90: revenue at risk, number of customers at risk, at-risk list",
		"Later profit is discounted by 12 % a year, was 10 %: lifetime value",
	}
	for i, item := range list[0].Items {
		if got := strings.ReplaceAll(item, reports.NBSP, " "); i >= len(want) || got != want[i] {
			t.Errorf("item %d is %q", i, got)
		}
	}
}

func TestSegmentsDefinedAnewAreComparedWithAYearAgoByTheNewRules(t *testing.T) {
	in := ruled(t, func(in *Input) {
		in.Results.Rules.Segments.Money, in.Results.Rules.Hurdle = metrics.MoneyTotal, euros(10)
	})
	for _, title := range []string{"Segments", "Breadth × profit"} {
		table := tableOf(t, in, "Who moved", title)
		if strings.Contains(table, "since the last report (") || !strings.Contains(table, "since a year ago") || !strings.Contains(table, "Not since the last report: definition changed on 31 Oct 2026.") {
			t.Errorf("%s:\n%s", title, table)
		}
	}
}

func TestTheDayOfADefinitionStaysAndComparisonsGoOn(t *testing.T) {
	in := ruled(t, func(in *Input) { in.Results.Rules.Horizon = 120 })
	in.Previous = KeyFigures(in, Sales(in))
	in.Results.Period.From, in.Results.Period.To = in.Results.Period.To, in.Results.Period.To.AddMonths(1)
	b := open(in)
	if b.redefined("revenue_at_risk") || len(b.redefinitions()) > 0 {
		t.Error("the second report under a definition is not compared with the first")
	}
	rows := b.definitionTable().Rows
	if len(rows) != 3 || rows[0].b != "Definition changed on 31 Oct 2026" || rows[0].c != "Risk looks 120 days ahead, was 90." {
		t.Errorf("%+v", rows)
	}
	if text := pageText(t, Sales(in), "Method & data"); !strings.Contains(text, "Definitions that changed") {
		t.Error("Method & data does not say it")
	}
	if rows := open(company(t, 5)).definitionTable().Rows; len(rows) > 0 {
		t.Errorf("the first report says %+v", rows)
	}
}

func TestAReportThatDidNotSayWhatItMeantIsCompared(t *testing.T) {
	for _, text := range []string{"", "horizon 90, lapsed_after 180", "revenue_at_risk\tno day", "\x00\t\t\t\n\t\t\t"} {
		in := ruled(t, func(in *Input) { in.Previous[KeyDefinitions] = text })
		if got := freshOf(in); len(got) > 0 {
			t.Errorf("%q: %q are defined anew", text, got)
		}
		if !SameDefinition("revenue_at_risk", text, "revenue_at_risk\t\t\thorizon=90") {
			t.Errorf("%q is another definition", text)
		}
	}
	if SameDefinition("revenue", "revenue\t\t\tversion=1", "revenue\t\t\tversion=2") || !SameDefinition("revenue", "revenue\t2026-10-31\twhy\tversion=1", "revenue\t\t\tversion=1") {
		t.Error("definitions are told apart by their day, or not by their version")
	}
}

func TestAStateOfNoneIsNoFirstReport(t *testing.T) {
	in := ruled(t, func(in *Input) { in.Previous["open_complaints"] = "0"; delete(in.Previous, "revenue_at_risk") })
	said := map[string]string{}
	for _, tile := range Sales(in).Overview.Tiles {
		said[tile.Key] = tile.Against
	}
	if said["open_complaints"] != "none in September 2026" || said["revenue_at_risk"] != "not measured in September 2026" {
		t.Errorf("%q", said)
	}
}

func TestAnotherMatchingModelIsSaidWhereListsMayDifferByIt(t *testing.T) {
	in := company(t, 5)
	in.Match.Model.Name, in.Match.Customers = "model 1", 4000
	in.Previous = KeyFigures(in, Sales(in))
	said := func() (out []string) {
		for _, c := range Letter(in, Sales(in)).Since {
			out = append(out, c.Title+"|"+strings.Join(c.Items, "|"))
		}
		return out
	}
	if text := strings.Join(said(), "\n"); strings.Contains(text, "matching model") {
		t.Errorf("the same model is another: %s", text)
	}
	in.Match.Model.Name, in.Match.Customers = "model 2", 3990
	want := "Customers are told apart by another matching model than in September 2026|Who joined or left a list may have done so because records were merged or split|In the whole company the records make 3,990 customers, were 4,000"
	if list := said(); !slices.Contains(list, want) {
		t.Errorf("%q", list)
	}
}

func TestEveryFigureThatIsKeptHasADefinition(t *testing.T) {
	defined := func(name string) bool {
		return slices.ContainsFunc(metrics.Definitions(), func(d metrics.Definition) bool { return d.Figure == name })
	}
	for _, report := range []string{SalesName, MarketingName} {
		for _, f := range Figures(report) {
			if !defined(f.Name) || definedName(f.Name) == f.Name && strings.Contains(f.Name, "_") {
				t.Errorf("%s has no definition or no name", f.Name)
			}
		}
	}
	rules := metrics.Defaults()
	rules.HomeCountry = "NL"
	for _, d := range metrics.Definitions() {
		for _, name := range d.Rests {
			if rules.Said(name) == "" {
				t.Errorf("%s hangs on %s, which says nothing", d.Figure, name)
			}
			if words := ruleWords(name, rules.Said(name), rules.Said(name)); words == "the program calculates it otherwise" {
				t.Errorf("%s has no words", name)
			}
		}
	}
}

// redefined is a report whose every rule is another than in the last one, by another
// matching model.
func redefined(t *testing.T) Input {
	t.Helper()
	return ruled(t, func(in *Input) {
		r := &in.Results.Rules
		r.Horizon, r.LapsedAfter, r.RiskThreshold, r.LifetimeMonths, r.DiscountRate, r.CreditRate = 120, 90, extract.One/2, 12, extract.One/5, extract.One/20
		r.Practical, r.MinSample, r.ProductsBy, r.RevenueFrom, r.Hurdle, r.HomeCountry = extract.One*8/10, 5, metrics.ByProduct, metrics.FromInvoices, euros(10), "FR"
		r.Segments.Money, r.Times = metrics.MoneyTotal, []metrics.TimeEquation{{Of: metrics.AnOrder}}
		in.Results.RFM.ByLimits, in.Excluded, in.Currency, in.Zone = !in.Results.RFM.ByLimits, "others", "USD", time.FixedZone("Elsewhere", 3600)
		in.Results.Products.Many++
		in.Match.Model.Name, in.Match.Customers, in.Previous[keyMatching] = "model 2", 39, "model 1\t40"
	})
}

func TestAPeriodThatWasSkippedForgetsNoDefinition(t *testing.T) {
	in := ruled(t, func(in *Input) { in.Results.Rules.Horizon = 120 })
	kept := KeyFigures(in, Sales(in))[KeyDefinitions]
	in.Previous = map[string]string{KeyEarlier: kept}
	in.Results.Period.From, in.Results.Period.To = extract.Date(2026, time.December, 1), extract.Date(2027, time.January, 1)
	rows := open(in).definitionTable().Rows
	if len(rows) != 3 || rows[0].b != "Definition changed on 31 Oct 2026" {
		t.Errorf("the day is forgotten: %+v", rows)
	}
	tile := Sales(in).Overview.Tiles[2]
	since := Letter(in, Sales(in)).Since
	if tile.Delta.Known || tile.Against != "no report of November 2026" || len(since) != 1 || since[0].Title != "There is no report of November 2026 to compare with" {
		t.Errorf("%+v, %+v", tile, since)
	}
	in.Results.Rules.Horizon = 90
	b := open(in)
	if rows := b.definitionTable().Rows; len(rows) != 3 || rows[0].b != "Definition changed on 31 Dec 2026" || len(b.redefinitions()) > 0 || b.redefined("revenue_at_risk") {
		t.Errorf("what changed while a period was skipped: %+v", rows)
	}
}
