package pages

import (
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/reports"
)

// initiativeBasis is the head over the worth of marketing's actions: one basis for
// all of them.
func (b *book) initiativeBasis() string {
	if len(b.toStart()) > 0 {
		return "Expected net value, ¤ a year"
	}
	if !b.unweighedMarketing() {
		return b.weighedWords()
	}
	return stakeBasis
}

// marketingActions are the three best initiatives not begun. While none is worth it,
// they are what marketing can do without a register, ranked by chance × profit.
func (b *book) marketingActions() []reports.Action {
	var list []reports.Action
	for _, g := range b.toStart() {
		list = append(list, reports.Action{
			Key: "initiative " + g.Theme, Do: strings.TrimSuffix(g.Wording, "."), Why: fmt.Sprintf("%s: %s (%s). First step: %s", capital(g.Want), g.Theme, reports.Plural(g.Customers, "customer", "customers"), g.FirstStep),
			Worth: reports.MoneyValue(g.Net), Where: "Initiatives", Who: b.inMonth(g.Owner),
		})
	}
	if len(list) > 0 {
		return first(b.inTurn(list), mostActions)
	}
	if b.unweighedMarketing() {
		return b.mostWorth(b.marketingStakes())
	}
	return b.mostWorth(b.marketingDeeds())
}

// marketingDeeds lists all that could be done without a register.
func (b *book) marketingDeeds() []reports.Action {
	list := append(b.themeActions(), b.courtProspects(), b.writeCampaign())
	if len(b.worthy()) == 0 {
		return append(list, b.troubleActions()...) // customers of one order are among them
	}
	return append(list, b.secondOrders(true))
}

// themeActions take up what is at stake with customers who show a theme. What
// enquirers about it may bring counts with the enquirers.
func (b *book) themeActions() []reports.Action {
	var list []reports.Action
	for _, t := range b.unclaimed() {
		if t.Stake > 0 {
			list = append(list, reports.Action{
				Key: "theme " + t.Name, Do: themeDeed(t), Why: fmt.Sprintf("%s. Name an owner, a chance and a cost in the register of initiatives.", themeWhy(t)),
				Worth: reports.MoneyValue(t.Stake), Where: "Initiatives", Who: b.inMonth(whoFor(t)),
			})
		}
	}
	return list
}

// courtProspects takes up enquiries that sales has answered: of people who allow
// contact, where there are none of those who have not said.
func (b *book) courtProspects() reports.Action {
	answered := slices.DeleteFunc(slices.Clone(first(b.courted(), mostProspects)), func(p prospect) bool { return p.Unanswered > 0 })
	rows := slices.DeleteFunc(slices.Clone(answered), func(p prospect) bool { return p.Consent != extract.ConsentGiven })
	a := reports.Action{
		Key: "court_prospects",
		Do:  fmt.Sprintf("Write about what they asked for: %s", reports.Plural(len(rows), "open enquiry", "open enquiries")),
		Why: "Answered, not yet won, and of people who allow contact", Where: "Prospects", Who: b.inMonth("Marketing"),
	}
	if len(rows) == 0 {
		rows = answered
		a.Do = fmt.Sprintf("Ask whether we may write: %s", reports.Plural(len(rows), "open enquiry", "open enquiries"))
		a.Why = "Answered, not yet won, and nobody has said whether we may contact them"
	}
	if len(rows) == 0 {
		return reports.Action{}
	}
	if b.unweighedMarketing() {
		return b.courtedStake(a, rows)
	}
	if !b.scored() {
		a.Why += "; too few were ever won or lost to say what they are worth."
		a.Worth = reports.Value{Kind: reports.KindMoney}
		return a
	}
	worth := allProspects(rows).Score.Value
	a.Why += "; worth = their expected value " + b.money(worth) + b.timesMargin() + "."
	a.Worth = reports.MoneyValue(times(worth, b.margin()))
	return a
}

// courtedStake is worth the value of the enquiries where nobody knows a chance.
func (b *book) courtedStake(a reports.Action, rows []prospect) reports.Action {
	value := allProspects(rows).Value
	if !value.Known || value.Value == 0 {
		a.Why += "; no value is recorded."
		a.Worth = reports.Value{Kind: reports.KindMoney}
		return a
	}
	a.Why += "; at stake = their value" + noChance
	a.Worth = reports.MoneyValue(value.Value)
	return a
}

// writeCampaign takes up the campaign that earns most.
func (b *book) writeCampaign() reports.Action {
	all := b.worthwhile()
	if len(all) == 0 {
		return reports.Action{}
	}
	best := all[0]
	return reports.Action{
		Key:   "write_campaign",
		Do:    fmt.Sprintf("Run the campaign %s, %s", campaignName(best), reports.Plural(best.Reach, "customer", "customers")),
		Why:   "Similar customers buy it; worth = those who answer × what similar customers spend × margin, less the cost of writing.",
		Worth: reports.MoneyValue(b.yields(best)), Where: "Cross-sell", Who: b.inMonth("Marketing"),
	}
}
