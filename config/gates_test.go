package config

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFreshnessIsDaysOrEntries(t *testing.T) {
	for text, want := range map[string]Fresh{
		"2 days":                           {Within: 2, OnFail: "hold"},
		"{within: 2d, on_fail: warn}":      {Within: 2, OnFail: "warn"},
		"{kinds: {orders: 1 day}}":         {OnFail: "hold", Kinds: KindDays{{"orders", 1}}},
		"{within: 9, kinds: {parties: 8}}": {Within: 9, OnFail: "hold", Kinds: KindDays{{"parties", 8}}},
		"":                                 {OnFail: "hold"},
	} {
		c := parsed(t, head+"sources:\n  shop: {driver: sqlite, dsn: a.db, fresh: "+text+", records: {parties: SELECT id FROM p, orders: SELECT id FROM o}}\n")
		if diff := cmp.Diff(want, c.Sources[0].Fresh); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

func TestGatesLeftOutHaveTheirDefaults(t *testing.T) {
	c := parsed(t, least)
	if diff := cmp.Diff(Gates{IDsChanged: IDShares{Hold: 50_000, Few: 20, Quiet: 1_000, QuietHold: 5_000}}, c.Gates); diff != "" || !c.Sources[0].Fresh.IsZero() || c.Expectations != nil {
		t.Error(diff)
	}
	c = parsed(t, least+"expectations: [{report: sales, figure: revenue, band: {}}]\n")
	if diff := cmp.Diff(Usually(), *c.Expectations[0].Band); diff != "" {
		t.Error(diff)
	}
}

func TestLevelsAreNumbersOrShares(t *testing.T) {
	for text, want := range map[string]Level{"120000": 120_000, "4.25": 4.25, "12.5%": 0.125, "150 %": 1.5, "-3": -3} {
		c := parsed(t, least+"expectations: [{report: sales, figure: revenue, min: "+text+"}]\n")
		if got := *c.Expectations[0].Min; got != want {
			t.Errorf("%s became %v", text, got)
		}
	}
}

func TestProblemsOfGates(t *testing.T) {
	const sales = "mail: {from: r@x.org}\nreports: {sales: {recipients: [a@x.org, {address: b@x.org, territory: North}]}}\n"
	runBelow(t, []problemCase{
		{"a figure that is not known", "expectations: [{report: sales, figure: revenu, min: 1}]\n", `9:40: expectations[0].figure: the sales report has no figure "revenu" (did you mean revenue?)`},
		{
			"another report's figure", "expectations: [{report: sales, figure: attrition, min: 1}]\n",
			`9:40: expectations[0].figure: the sales report has no figure "attrition" (known here: revenue, orders, revenue_12_months, orders_12_months, active, period_profit, profit, revenue_at_risk, accounts_at_risk, open_complaints, contracts_met)`,
		},
		{"a report that is not known", "expectations: [{report: salse, figure: revenue, min: 1}]\n", `9:25: expectations[0].report: "salse" is not known (did you mean sales?)`},
		{"nothing expected", "expectations: [{report: sales, figure: revenue}]\n", `9:16: expectations[0]: nothing is expected of the figure (give min, max, within or band)`},
		{"a maximum below the minimum", "expectations: [{report: sales, figure: revenue, min: 2, max: 1}]\n", `9:62: expectations[0].max: is below min`},
		{"a number with separators", "expectations: [{report: sales, figure: revenue, min: '1,000'}]\n", `9:54: expectations[0].min: a number is expected here: it has thousands separators or a decimal comma; write digits with a point (such as 120000, 4.25 or 12.5%)`},
		{"against without within", "expectations: [{report: sales, figure: revenue, min: 1, against: history}]\n", `9:66: expectations[0].against: says what within compares with, which is not given (remove it)`},
		{"more periods needed than looked at", "expectations: [{report: sales, figure: revenue, band: {periods: 4}}]\n", `9:55: expectations[0].band.at_least: 6 of 4 periods can never have been reported`},
		{"a band of no width", "expectations: [{report: sales, figure: revenue, band: {width: 0}}]\n", `9:63: expectations[0].band.width: a band needs some width (such as 3)`},
		{"a territory nobody is sent", sales + "expectations: [{report: sales, figure: revenue, min: 1, territory: Nroth}]\n", `11:16: expectations[0]: nobody is sent the sales report of Nroth, so its figures are not kept (name a territory and rep that a recipient has)`},
		{"a territory somebody is sent", sales + "expectations: [{report: sales, figure: revenue, min: 1, territory: North}, {report: sales, figure: revenue, min: 1}]\n", ""},
		{"a gate that holds before it warns", "gates: {kept_aside: {warn: 5%, hold: 1%}}\n", `9:28: gates.kept_aside.warn: is not below hold, so it would never warn (lower it, or leave it out)`},
		{"a misspelt gate", "gates: {kept_asid: {warn: 5%}}\n", `9:9: gates.kept_asid: unknown key (did you mean kept_aside?)`},
	})
}

func TestProblemsOfFreshness(t *testing.T) {
	source := func(fresh string) string {
		return head + "sources:\n  shop: {driver: sqlite, dsn: a.db, fresh: " + fresh + ", records: {parties: SELECT id FROM p, orders: SELECT id FROM o}}\n"
	}
	for _, c := range []problemCase{
		{"no day at all", source("0"), `3:44: sources.shop.fresh: 0 is too small (at least 1 day)`},
		{"a span that is no number of days", source("2h"), `3:44: sources.shop.fresh: a number of days is expected here (such as 180 days)`},
		{"a kind the source does not have", source("{kinds: {tickets: 1}}"), `3:62: sources.shop.fresh.kinds.tickets: the source maps no tickets (map them, or remove the entry)`},
		{"a kind that has no moment", source("{kinds: {lines: 1}}"), "3:53: sources.shop.fresh.kinds.lines: unknown key (known here: parties, orders, invoices, payments, shipments, returns, tickets, enquiries, surveys, answers, activities, contacts)"},
		{"what comes of it misspelt", source("{within: 2, on_fail: wait}"), `3:65: sources.shop.fresh.on_fail: "wait" is not known (one of hold, warn)`},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(t, c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
